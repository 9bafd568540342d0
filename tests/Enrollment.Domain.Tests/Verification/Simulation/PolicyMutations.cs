using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Tests.Verification.Simulation;

/// <summary>The seed policy with one thing changed: every date by a day (months by a month), every number by one, every flag turned, every list shortened.</summary>
internal static class PolicyMutations
{
    public static TheoryData<string, string, string> Parameters()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var rule in JsonNode.Parse(TestData.PolicyJson)!["rules"]!.AsArray())
        {
            foreach (var (member, value) in Leaves(rule!["parameters"]!.AsObject()))
            {
                foreach (var other in Others(member, value).Where(other => IsPolicy((string)rule["id"]!, member, other)))
                    all.Add((string)rule["id"]!, member, other);
            }
        }
        // two members that only move together
        all.Add("R7", "workProof", "\"None\"");
        return all;
    }

    public static TheoryData<string, string> Requirements()
    {
        var all = new TheoryData<string, string>();
        foreach (var category in TestData.Policy.Categories)
        {
            foreach (var rule in category.Requires)
                all.Add(category.Code, rule.ToString());
        }
        return all;
    }

    public static TheoryData<string> Papers() => new(TestData.Policy.Categories.Where(category => category.Papers.Count > 0).Select(category => category.Code));

    /// <summary>Every meaning that decides about a category, changed; at other steps of the season no case depends on it.</summary>
    public static TheoryData<string, string, string> Meanings()
    {
        var all = new TheoryData<string, string, string>();
        // without papers nothing can become evidence
        foreach (var rule in TestData.Policy.Rules.Where(rule => rule.JudgedAt is RuleStage.Category && rule.Miss.Papers.Count > 0))
        {
            all.Add(rule.Id.ToString(), "notSatisfied", Other(rule.Miss.NotSatisfied));
            all.Add(rule.Id.ToString(), "unknown", Other(rule.Miss.Unknown));
        }
        return all;
    }

    public static JsonNode Rule(JsonNode policy, string id) => policy["rules"]!.AsArray().Single(node => (string?)node!["id"] == id)!;

    public static JsonNode Category(JsonNode policy, string code) => policy["categories"]!.AsArray().Single(node => (string?)node!["code"] == code)!;

    public static void Set(JsonObject parameters, string member, string value)
    {
        var steps = member.Split('.');
        var owner = steps[..^1].Aggregate(parameters, (node, step) => node[step]!.AsObject());
        owner[steps[^1]] = JsonNode.Parse(value);
        if (member == "workProof")
            parameters["workProofMonths"] = 0;
    }

    // OtherCategory and Person both end with a person
    private static string Other(MissMeaning meaning) => (meaning is MissMeaning.Evidence ? MissMeaning.Person : MissMeaning.Evidence).ToString();

    private static IEnumerable<(string Member, JsonNode Value)> Leaves(JsonObject parameters) => parameters.SelectMany(member => member.Value is JsonObject inner
        ? Leaves(inner).Select(leaf => ($"{member.Key}.{leaf.Member}", leaf.Value))
        : [(member.Key, member.Value!)]);

    private static IEnumerable<string> Others(string member, JsonNode value)
    {
        if (value is JsonArray list)
            return list.Select((_, left) => new JsonArray([.. list.Where((_, i) => i != left).Select(item => item!.DeepClone())]).ToJsonString());
        return value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => [value.GetValueKind() is JsonValueKind.True ? "false" : "true"],
            JsonValueKind.Number => new[] { -1, 1 }.Select(step => ((int)value + step).ToString(CultureInfo.InvariantCulture)),
            _ when DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
                new[] { -1, 1 }.Select(step => member == "windowEnd" ? date.AddMonths(step) : date.AddDays(step)).Select(other => $"\"{other:yyyy-MM-dd}\""),
            _ when member == "areaCode" => ["\"350503\""],
            _ => [],
        };
    }

    private static bool IsPolicy(string rule, string member, string value)
    {
        var json = JsonNode.Parse(TestData.PolicyJson)!;
        Set(json.ParametersOf(rule).AsObject(), member, value);
        return Policy.Parse(json.ToJsonString()) is PolicyResult.Parsed;
    }
}
