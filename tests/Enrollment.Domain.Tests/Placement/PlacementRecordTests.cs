using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

public sealed class PlacementRecordTests
{
    private static readonly byte[] Json = Records.Lot().ToJson();

    [Fact]
    public void Parse_WhatWasWritten_IsWrittenTheSame()
    {
        Assert.Equal(Json, PlacementRecord.Parse(Json)!.ToJson());
        Assert.Equal(Records.Optimised().ToJson(), PlacementRecord.Parse(Records.Optimised().ToJson())!.ToJson());
        Assert.Equal("holds", Records.Verify(PlacementRecord.Parse(Json)!).ToString());
    }

    [Fact]
    public void WithoutAttributes_OfAnOptimisedRecord_HasNoScoreInIt()
    {
        var published = Encoding.UTF8.GetString(Records.Optimised().WithoutAttributes().ToJson());

        Assert.Contains("\"attributes\": null", published, StringComparison.Ordinal);
        Assert.DoesNotContain("enrollment-attributes", published, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnyMemberMissingOfAnotherTypeOrTwice_IsNoRecord()
    {
        foreach (var path in new[] { "", "digests", "late/1" })
        {
            foreach (var member in At(JsonNode.Parse(Json)!, path).AsObject().Select(pair => pair.Key).ToArray())
            {
                AssertNoRecord($"{path} without {member}", root => At(root, path).AsObject().Remove(member));
                AssertNoRecord($"{path}: {member} is a real number", root => At(root, path)[member] = 1.5);
                AssertNoRecord($"{path}: {member} is an object", root => At(root, path)[member] = new JsonObject { ["x"] = 1 });
                AssertNoRecord($"{path}: {member} is an array of numbers", root => At(root, path)[member] = new JsonArray(1));
                if (member is not ("lateCommitment" or "attributes"))
                    AssertNoRecord($"{path}: {member} is null", root => At(root, path)[member] = null);
            }
            AssertNoRecord($"{path} with one more", root => At(root, path)["more"] = 1);
        }
    }

    public static TheoryData<string, string, string> Replacements => new()
    {
        { "a member twice", "\"format\":", "\"format\": \"x\", \"format\":" },
        { "a member twice, the second escaped", "\"format\":", "\"\\u0066ormat\": \"x\", \"format\":" },
        { "a member of the digests twice", "\"sm3\":", "\"sm3\": \"x\", \"sm3\":" },
        { "a digest in capitals", "\"commitment\": \"", "\"commitment\": \"A" },
        { "a secret too long", "\"secret\": \"", "\"secret\": \"0" },
        { "a third sex", "\"sex\": \"M\"", "\"sex\": \"X\"" },
        { "half a character", "enrollment-placement/1", "\\ud800" },
        { "a comment", "\"format\":", "/* */ \"format\":" },
        { "a comma too many", "\"late\": [", "\"late\": [," },
        { "a number as text", "\"class\": ", "\"class\": \"1\" " },
    };

    [Theory]
    [MemberData(nameof(Replacements))]
    public void Parse_TextThatIsNotStrict_IsNoRecord(string what, string old, string replacement)
    {
        var text = Encoding.UTF8.GetString(Json);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);

        Assert.True(PlacementRecord.Parse(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)))) is null, what);
    }

    [Fact]
    public void Parse_NotARecordAtAll_IsNoRecord()
    {
        byte[][] inputs = [[], "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), [.. Json, .. Json], Json[..^2], [0xEF, 0xBB, 0xBF, .. Json], [0xFF, .. Json], new byte[200_000_001],
            Encoding.UTF8.GetBytes(new string('[', 100_000))];

        Assert.All(inputs, input => Assert.Null(PlacementRecord.Parse(input)));
    }

    [Fact]
    public void Parse_AnyByteReplaced_IsNoRecordOrOneThatDoesNotHold() =>
        Gen.Select(Gen.Int[0, Json.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] json = [.. Json];
            json[at] = value;
            if (PlacementRecord.Parse(json) is not { } record)
                return;
            // White space and the case of an escape may change without changing anything. Who a late joiner is, is the bureau's word:
            // where one class alone was open, another row code leads there too.
            Assert.True(!Records.Verify(record).Holds || record.ToJson().SequenceEqual(Json) || !record.Late.SequenceEqual(Records.Lot().Late));
        }, iter: 1_000);

    private static void AssertNoRecord(string what, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Json)!;
        change(root);
        Assert.True(PlacementRecord.Parse(Encoding.UTF8.GetBytes(root.ToJsonString())) is null, what);
    }

    private static JsonNode At(JsonNode root, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, name) => char.IsAsciiDigit(name[0]) ? node[name[0] - '0']! : node[name]!);
}
