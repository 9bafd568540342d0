using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Tests.Verification.Policies;

public sealed class PolicyDigestTests
{
    [Fact]
    public void Digest_OtherLayout_IsTheSame()
    {
        var reordered = new JsonObject(JsonNode.Parse(TestData.PolicyJson)!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.Equal(TestData.Policy.Digest, Read(reordered.ToJsonString()).Digest);
        Assert.Equal(TestData.Policy.Digest, Read(TestData.PolicyJson.ReplaceLineEndings("\r\n")).Digest);
        Assert.Equal(TestData.Policy.Digest, Read(JsonNode.Parse(TestData.PolicyJson)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true })).Digest);
    }

    [Fact]
    public void Digest_AnyTextChanged_IsAnother()
    {
        var texts = Texts(JsonNode.Parse(TestData.PolicyJson)!).ToList();
        Gen.Int[0, texts.Count - 1].Sample(index =>
        {
            var root = JsonNode.Parse(TestData.PolicyJson)!;
            var text = Texts(root).ElementAt(index);
            text.ReplaceWith((string)text! + "。");
            // what is a date or a name no more is no policy any more, and needs no digest
            return Policy.Parse(root.ToJsonString()) is not PolicyResult.Parsed parsed || parsed.Policy.Digest != TestData.Policy.Digest;
        });
    }

    [Fact]
    public void Digest_RulesInAnotherOrder_IsAnother() => Assert.NotEqual(TestData.Policy.Digest, TestData.PolicyWith(json =>
    {
        var rules = json["rules"]!.AsArray();
        var first = rules[0]!.DeepClone();
        rules.RemoveAt(0);
        rules.Add(first);
    }).Digest);

    private static Policy Read(string json) => Assert.IsType<PolicyResult.Parsed>(Policy.Parse(json)).Policy;

    private static IEnumerable<JsonNode> Texts(JsonNode node) => node switch
    {
        JsonObject owner => owner.SelectMany(member => Texts(member.Value!)),
        JsonArray list => list.SelectMany(item => Texts(item!)),
        _ => node.GetValueKind() is JsonValueKind.String ? [node] : [],
    };
}
