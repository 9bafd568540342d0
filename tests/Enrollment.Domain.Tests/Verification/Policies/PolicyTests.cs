using System.Text.Json.Nodes;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Policies;

public sealed class PolicyTests
{
    [Fact]
    public void Parse_TheSeedPolicy_IsRead()
    {
        var policy = TestData.Policy;

        Assert.Equal(("licheng-2026.1", 2026, "350502", "Asia/Shanghai"), (policy.Id, policy.IntakeYear, policy.AreaCode, policy.TimeZone));
        Assert.Equal("C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13", string.Join(' ', policy.Categories.Select(category => category.Code)));
        Assert.Equal(Enum.GetValues<RuleId>(), policy.Rules.Select(rule => rule.Id).Order());
        Assert.Equal(new PermitParameters(TestData.Date("2025-03-01"), TestData.Date("2026-09-01"), WorkProof.Insurance, 12), policy.Rule(RuleId.R7).Parameters);
        Assert.Equal(new ShareParameters(TestData.Date("2021-03-01"), new Share(1, 2)), policy.Rule(RuleId.R5).Parameters);
        Assert.Equal([FormPart.Household, FormPart.Property], policy.Category(CategoryCode.ConsistentResident).FormParts);
        Assert.All(policy.Rules, rule => Assert.StartsWith("[", rule.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_RuleNobodyRequires_MayBeMissing()
    {
        var policy = TestData.PolicyWith(json =>
        {
            json["categories"]![0]!["requires"]!.AsArray().RemoveAt(6);
            json["rules"]!.AsArray().RemoveAt(8);
        });

        Assert.Throws<ArgumentOutOfRangeException>(() => policy.Rule(RuleId.R5));
    }

    /// <summary>What is done to the good document: path = JSON, or path ! to remove; and the path the error must name.</summary>
    [Theory]
    [InlineData("$.surprise", "1", "$.surprise")]
    [InlineData("$.id", "\"licheng-2025.1\"", "$.id")]
    [InlineData("$.id", "\"licheng\"", "$.id")]
    [InlineData("$.id", "null", "$.id")]
    [InlineData("$.id", "!", "$.id")]
    [InlineData("$.intakeYear", "2026.5", "$.intakeYear")]
    [InlineData("$.intakeYear", "1e400", "$.intakeYear")]
    [InlineData("$.intakeYear", "\"2026\"", "$.intakeYear")]
    [InlineData("$.intakeYear", "-1", "$.intakeYear")]
    [InlineData("$.areaCode", "\"35050\"", "$.areaCode")]
    [InlineData("$.areaCode", "\"990101\"", "$.areaCode")]
    [InlineData("$.timeZone", "\" \"", "$.timeZone")]
    [InlineData("$.parameters", "[]", "$.parameters")]
    [InlineData("$.parameters.evidenceTo", "\"2023-12-31\"", "$.parameters.evidenceTo")]
    [InlineData("$.parameters.other", "1", "$.parameters.other")]
    [InlineData("$.rules", "{}", "$.rules")]
    [InlineData("$.rules", "!", "$.rules")]
    [InlineData("$.rules[0]", "7", "$.rules[0]")]
    [InlineData("$.rules[0].id", "\"R99\"", "$.rules[0].id")]
    [InlineData("$.rules[0].id", "\"0\"", "$.rules[0].id")]
    [InlineData("$.rules[0].id", "\"ri\"", "$.rules[0].id")]
    [InlineData("$.rules[1].id", "\"RI\"", "$.rules[1].id")]
    [InlineData("$.rules[0].parameters", "{\"x\":1}", "$.rules[0].parameters.x")]
    [InlineData("$.rules[0].text.zh", "!", "$.rules[0].text.zh")]
    [InlineData("$.rules[0].text.fr", "\"x\"", "$.rules[0].text.fr")]
    [InlineData("$.rules[0].source", "\"\"", "$.rules[0].source")]
    [InlineData("$.rules[2].parameters.onDate", "\"2026-02-29\"", "$.rules[2].parameters.onDate")]
    [InlineData("$.rules[2].parameters.onDate", "\"31.08.2026\"", "$.rules[2].parameters.onDate")]
    [InlineData("$.rules[2].parameters.onDate", "\"2025-08-31\"", "$.rules[2].parameters.onDate")]
    [InlineData("$.rules[2].parameters.fullYears", "0", "$.rules[2].parameters.fullYears")]
    [InlineData("$.rules[3].parameters.oneParentIsEnough", "\"true\"", "$.rules[3].parameters.oneParentIsEnough")]
    [InlineData("$.rules[5].parameters.areaCodes", "[]", "$.rules[5].parameters.areaCodes")]
    [InlineData("$.rules[5].parameters.areaCodes", "[350502]", "$.rules[5].parameters.areaCodes[0]")]
    [InlineData("$.rules[6].parameters.settledBefore", "\"2027-03-01\"", "$.rules[6].parameters.settledBefore")]
    [InlineData("$.rules[8].parameters.moreThan.denominator", "0", "$.rules[8].parameters.moreThan.denominator")]
    [InlineData("$.rules[8].parameters.moreThan.numerator", "3", "$.rules[8].parameters.moreThan.numerator")]
    [InlineData("$.rules[8].parameters.moreThan", "0.5", "$.rules[8].parameters.moreThan")]
    [InlineData("$.rules[9].parameters.workProof", "\"Letter\"", "$.rules[9].parameters.workProof")]
    [InlineData("$.rules[9].parameters.workProofMonths", "0", "$.rules[9].parameters.workProofMonths")]
    [InlineData("$.rules[9].parameters.issuedBefore", "\"2026-09-02\"", "$.rules[9].parameters.validUntil")]
    [InlineData("$.rules[11].parameters.windowEnd", "\"2026-06-30\"", "$.rules[11].parameters.windowEnd")]
    [InlineData("$.rules[11].parameters.areaCode", "\"Licheng\"", "$.rules[11].parameters.areaCode")]
    [InlineData("$.rules[11].parameters.allowedGapMonths", "-1", "$.rules[11].parameters.allowedGapMonths")]
    [InlineData("$.rules[7]", "!", "$.categories[0].requires")]
    [InlineData("$.categories[3]", "!", "$.categories")]
    [InlineData("$.categories[1].name", "\"ConsistentResident\"", "$.categories[1].name")]
    [InlineData("$.categories[1].name", "\"Nobility\"", "$.categories[1].name")]
    [InlineData("$.categories[1].code", "\"C1\"", "$.categories[1].code")]
    [InlineData("$.categories[0].requires", "[]", "$.categories[0].requires")]
    [InlineData("$.categories[0].requires", "[\"RI\",\"RI\"]", "$.categories[0].requires")]
    [InlineData("$.categories[0].requires[0]", "\"R99\"", "$.categories[0].requires[0]")]
    [InlineData("$.categories[0].requires[0]", "\"R8\"", "$.categories[0].checks")]
    [InlineData("$.categories[0].formParts[0]", "\"Talent\"", "$.categories[0].formParts[0]")]
    [InlineData("$.categories[0].checks[0].department", "\"Army\"", "$.categories[0].checks[0].department")]
    [InlineData("$.categories[0].checks[1].department", "\"Police\"", "$.categories[0].checks[1].questions")]
    [InlineData("$.categories[0].checks[0].questions", "[]", "$.categories[0].checks[0].questions")]
    [InlineData("$.categories[0].checks[0].questions[0]", "\"Income\"", "$.categories[0].checks[0].questions[0]")]
    [InlineData("$.categories[2].checks[0].questions[1]", "!", "$.categories[2].checks")]
    public void Parse_HostileDocument_NamesThePath(string path, string json, string expected) =>
        Assert.Contains(Errors(Changed(path, json)), error => error.Path == expected);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"id\":\"a\",}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\ud800")]
    public void Parse_NoPolicyAtAll_IsAnErrorNotAnException(string json) => Assert.NotEmpty(Errors(json));

    [Fact]
    public void Parse_DeepNesting_IsAnError() => Assert.NotEmpty(Errors(string.Concat(Enumerable.Repeat("[", 10_000))));

    [Fact]
    public void Parse_HalfACharacter_NamesThePath() =>
        Assert.Equal("$.timeZone", Assert.Single(Errors(TestData.PolicyJson.Replace("Asia/Shanghai", "\\ud800", StringComparison.Ordinal))).Path);

    [Fact]
    public void Parse_MemberTwice_NamesIt() =>
        Assert.Contains(new PolicyError("$.rules[0].parameters.x", "stands twice"),
            Errors(TestData.PolicyJson.Replace("\"parameters\": {}", "\"parameters\": {\"x\":1,\"x\":2}", StringComparison.Ordinal)));

    [Fact]
    public void Parse_SeveralFaults_AreAllReported()
    {
        var json = JsonNode.Parse(TestData.PolicyJson)!;
        (json["areaCode"], json["timeZone"], json["rules"]![0]!["source"]) = ("x", "", 5);

        Assert.Equal("$.areaCode $.rules[0].source $.timeZone", string.Join(' ', Errors(json.ToJsonString()).Select(error => error.Path).Order(StringComparer.Ordinal)));
    }

    private static IReadOnlyList<PolicyError> Errors(string json) => Assert.IsType<PolicyResult.Invalid>(Policy.Parse(json)).Errors;

    private static string Changed(string path, string json)
    {
        var root = JsonNode.Parse(TestData.PolicyJson)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1).ToArray();
        var owner = steps[..^1].Aggregate(root, Step);
        if (steps[^1].StartsWith('['))
        {
            var index = int.Parse(steps[^1].Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture);
            owner.AsArray().RemoveAt(index);
            if (json != "!")
                owner.AsArray().Insert(index, JsonNode.Parse(json));
        }
        else
        {
            owner.AsObject().Remove(steps[^1]);
            if (json != "!")
                owner.AsObject().Add(steps[^1], JsonNode.Parse(json));
        }

        return root.ToJsonString();
    }

    private static JsonNode Step(JsonNode node, string step) => step.StartsWith('[')
        ? node[int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)]!
        : node[step]!;
}
