using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Files.Policies;

namespace Enrollment.Files.Tests.Policies;

/// <summary>The schema and the strict reader say the same of a document's shape.</summary>
public sealed class PolicySchemaTests
{
    private static readonly string Policy = File.ReadAllText(Path.Combine(Repository.Root, "seeds/policies/licheng-2026.json"));
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "seeds/policies/policy.schema.json")))!;

    [Theory]
    [InlineData("seeds/policies/licheng-2026.json")]
    [InlineData("seeds/policies/proposals/licheng-2026.2.json")]
    public void Check_TheShippedPolicies_AreValid(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, path)));

        Assert.Empty(PolicySchema.Check(document.RootElement));
        Assert.IsType<PolicyResult.Parsed>(PolicyFile.Read(Path.Combine(Repository.Root, path)));
    }

    public static TheoryData<string> Nodes() => new(Paths(JsonNode.Parse(Policy)!, "$").Where(IsOneOfItsKind));

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Check_AnyMemberRemovedOrOfAnotherType_IsRefusedByBoth(string path)
    {
        AssertBothRefuse(path, JsonValue.Create(1.5));
        AssertBothRefuse(path, value: null);
        if (!path.EndsWith(']'))
            AssertBothRefuse(path, value: null, remove: true);
    }

    public static TheoryData<string> Objects() => new(Paths(JsonNode.Parse(Policy)!, "$").Prepend("$").Where(IsOneOfItsKind).Where(path => At(JsonNode.Parse(Policy)!, path) is JsonObject));

    [Theory]
    [MemberData(nameof(Objects))]
    public void Check_AMemberNobodyKnows_IsRefusedByBoth(string path)
    {
        var root = JsonNode.Parse(Policy)!;
        At(root, path).AsObject()["surprise"] = 1;

        AssertBothRefuse(root, $"{path}.surprise");
    }

    [Theory]
    [InlineData("$.id", "\"licheng\"")]
    [InlineData("$.intakeYear", "1999")]
    [InlineData("$.areaCode", "\"35050\"")]
    [InlineData("$.timeZone", "\"Asia/Tokyo\"")]
    [InlineData("$.parameters.evidenceTo", "\"2026-02-30\"")]
    [InlineData("$.parameters.evidenceTo", "\"30.6.2026\"")]
    [InlineData("$.calendar.windows[0].first", "\"2026-7-1\"")]
    [InlineData("$.calendar.windows[0].categories", "[\"Nobility\"]")]
    [InlineData("$.deadlines.supplement.count", "0")]
    [InlineData("$.deadlines.supplement.unit", "\"Hours\"")]
    [InlineData("$.papers[0].text.zh", "\" \"")]
    [InlineData("$.rules[0].judgedAt", "\"Never\"")]
    [InlineData("$.rules[0].miss.unknown", "\"Refusal\"")]
    [InlineData("$.rules[2].parameters.fullYears", "0")]
    [InlineData("$.rules[5].parameters.areaCodes", "[]")]
    [InlineData("$.rules[8].parameters.moreThan.denominator", "0")]
    [InlineData("$.categories[0].kind", "\"Best\"")]
    [InlineData("$.categories[0].group", "0")]
    [InlineData("$.categories[0].requires", "[]")]
    [InlineData("$.categories[0].requires", "[\"RI\",\"RI\"]")]
    [InlineData("$.categories[0].formParts", "[\"Talent\"]")]
    [InlineData("$.categories[0].checks[0].department", "\"Army\"")]
    [InlineData("$.categories[0].checks[0].questions", "[]")]
    public void Check_AValueOutOfRange_IsRefusedByBoth(string path, string value) => AssertBothRefuse(path, JsonNode.Parse(value));

    [Fact]
    public void Schema_ItsLists_AreTheEnumsOfTheDomain()
    {
        Assert.Equal(Enum.GetNames<CategoryCode>().Order(StringComparer.Ordinal), Names("$defs/categoryName"));
        Assert.Equal(Enum.GetNames<RuleId>().Order(StringComparer.Ordinal), Names("$defs/ruleId"));
        Assert.Equal(Enum.GetNames<RuleStage>().Order(StringComparer.Ordinal), Names("$defs/rule/properties/judgedAt"));
        Assert.Equal(Enum.GetNames<MissMeaning>().Order(StringComparer.Ordinal), Names("$defs/rule/properties/miss/properties/unknown"));
        Assert.Equal(Enum.GetNames<CategoryKind>().Order(StringComparer.Ordinal), Names("$defs/category/properties/kind"));
        Assert.Equal(Enum.GetNames<FormPart>().Order(StringComparer.Ordinal), Names("$defs/category/properties/formParts/items"));
        Assert.Equal(Enum.GetNames<DeadlineUnit>().Order(StringComparer.Ordinal), Names("$defs/deadline/properties/unit"));
        Assert.Equal(Enum.GetNames<Department>().Order(StringComparer.Ordinal), Names("$defs/check/properties/department"));
        Assert.Equal(Enum.GetNames<Question>().Order(StringComparer.Ordinal), Names("$defs/check/properties/questions/items"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\ud800")]
    public void Parse_NoPolicyAtAll_IsAnErrorNotAnException(string json) => Assert.NotEmpty(Assert.IsType<PolicyResult.Invalid>(PolicyFile.Parse(json)).Errors);

    [Fact]
    public void Parse_DeepNesting_IsAnError() =>
        Assert.NotEmpty(Assert.IsType<PolicyResult.Invalid>(PolicyFile.Parse(string.Concat(Enumerable.Repeat("[", 10_000)))).Errors);

    [Fact]
    public void Parse_WhatOnlyTheSchemaForbids_IsRefusedToo() =>
        Assert.Contains(Assert.IsType<PolicyResult.Invalid>(PolicyFile.Parse(Policy.Replace("\"code\": \"C1\"", "\"code\": \"First\"", StringComparison.Ordinal))).Errors,
            error => error.Path == "$.categories[0].code");

    [Fact]
    public void Read_AFileOfMegabytes_IsRefusedUnread()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, new string(' ', (1 << 20) + 1));

        Assert.Equal(new PolicyError("$", "is larger than 1 MB"), Assert.Single(Assert.IsType<PolicyResult.Invalid>(PolicyFile.Read(path)).Errors));
        File.Delete(path);
    }

    private static void AssertBothRefuse(string path, JsonNode? value, bool remove = false)
    {
        var root = JsonNode.Parse(Policy)!;
        var node = At(root, path);
        if (remove)
            node.Parent!.AsObject().Remove(path[(path.LastIndexOf('.') + 1)..]);
        else if (node.Parent is JsonArray list)
            list[list.IndexOf(node)] = value?.DeepClone();
        else
            node.Parent!.AsObject()[path[(path.LastIndexOf('.') + 1)..]] = value?.DeepClone();
        AssertBothRefuse(root, path);
    }

    // The schema names a missing member at its owner, the reader at the member.
    private static void AssertBothRefuse(JsonNode root, string path)
    {
        var json = root.ToJsonString();
        using var document = JsonDocument.Parse(json);
        var schema = PolicySchema.Check(document.RootElement);
        var reader = Assert.IsType<PolicyResult.Invalid>(Enrollment.Domain.Verification.Policies.Policy.Parse(json)).Errors;

        Assert.True(schema.Any(error => path.StartsWith(error.Path, StringComparison.Ordinal) || error.Path.StartsWith(path, StringComparison.Ordinal)), $"schema: {string.Join("; ", schema)}");
        Assert.True(reader.Any(error => error.Path.StartsWith(path, StringComparison.Ordinal)), $"reader: {string.Join("; ", reader)}");
    }

    private static IEnumerable<string> Paths(JsonNode node, string path) => node switch
    {
        JsonObject owner => owner.SelectMany(member => Paths(member.Value!, $"{path}.{member.Key}").Prepend($"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, i) => Paths(item!, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };

    // Every rule has parameters of its own; of all else the first of a list stands for the others.
    private static bool IsOneOfItsKind(string path) => path.StartsWith("$.rules[", StringComparison.Ordinal)
        ? path.Contains(".parameters", StringComparison.Ordinal) || path.StartsWith("$.rules[0]", StringComparison.Ordinal)
        : !path.Split('[').Skip(1).Any(part => part[0] != '0');

    private static JsonNode At(JsonNode root, string path) => path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.').Skip(1)
        .Aggregate(root, (node, step) => node is JsonArray ? node[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);

    private static IEnumerable<string> Names(string pointer) => pointer.Split('/').Aggregate(Schema, (node, step) => node[step]!)["enum"]!.AsArray()
        .Select(name => (string)name!).Order(StringComparer.Ordinal);
}
