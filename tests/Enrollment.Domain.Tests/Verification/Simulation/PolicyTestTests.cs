using System.Globalization;
using System.Text.Json.Nodes;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Domain.Tests.Verification.Simulation;

/// <summary>The shipped table: it passes, and whatever is changed in the policy or in a predicate makes it fail.</summary>
public sealed class PolicyTestTests
{
    public static TheoryData<RuleId> Rules() => new(Enum.GetValues<RuleId>());

    [Fact]
    public void Run_TheShippedTable_Passes()
    {
        var test = PolicyTest.Run(TestData.Policy, Tables.Shipped);

        Assert.True(test.Results.Count >= 120);
        Assert.Empty(test.Results.SelectMany(result => result.Failures.Select(failure => $"{result.Case.Name}: {failure}")));
        Assert.Empty(test.Coverage.Uncovered);
        Assert.True(test.Passes);
    }

    [Fact]
    public void Run_TheShippedTable_CoversWhatTheSnapshotShows()
    {
        var coverage = PolicyTest.Run(TestData.Policy, Tables.Shipped).Coverage;

        Snapshot.Matches("Verification/Simulation/PolicyTest.coverage.txt", string.Join('\n',
        [
            "rule: satisfied, not satisfied, open",
            .. coverage.Rules.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Rule}: {rule.Satisfied}, {rule.NotSatisfied}, {rule.Unknown}")),
            "category claimed: established, papers, person",
            .. coverage.Categories.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Code}: {one.Established}, {one.Evidence}, {one.Person}")),
        ]));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Run_OneRuleFlipped_FailsACase(RuleId flipped) =>
        Assert.Contains(PolicyTest.Run(TestData.Policy, Tables.Shipped, Judging(flipped, Flipped)).Results, result => !result.Passes);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Run_OneRuleAlwaysSatisfied_FailsACase(RuleId rule) => Assert.Contains(
        PolicyTest.Run(TestData.Policy, Tables.Shipped, Judging(rule, finding => finding with { Result = RuleResult.Satisfied })).Results, result => !result.Passes);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Run_OneRuleNeverKnown_FailsACase(RuleId rule) => Assert.Contains(
        PolicyTest.Run(TestData.Policy, Tables.Shipped, Judging(rule, finding => finding with { Result = RuleResult.Unknown })).Results, result => !result.Passes);

    [Theory]
    [MemberData(nameof(PolicyMutations.Parameters), MemberType = typeof(PolicyMutations))]
    public void Run_OneParameterMoved_FailsACase(string rule, string member, string value) =>
        AssertNoticed(json => PolicyMutations.Set(json.ParametersOf(rule).AsObject(), member, value));

    [Theory]
    [MemberData(nameof(PolicyMutations.Requirements), MemberType = typeof(PolicyMutations))]
    public void Run_OneRequirementDropped_FailsACase(string code, string rule) => AssertNoticed(json =>
    {
        var requires = PolicyMutations.Category(json, code)["requires"]!.AsArray();
        requires.Remove(requires.Single(node => (string?)node == rule));
    });

    [Theory]
    [MemberData(nameof(PolicyMutations.Papers), MemberType = typeof(PolicyMutations))]
    public void Run_PapersOfACategoryDropped_FailsACase(string code) => AssertNoticed(json => PolicyMutations.Category(json, code)["papers"] = new JsonArray());

    [Theory]
    [MemberData(nameof(PolicyMutations.Meanings), MemberType = typeof(PolicyMutations))]
    public void Run_OneMeaningOfAMissChanged_FailsACase(string rule, string member, string meaning) => AssertNoticed(json =>
        PolicyMutations.Rule(json, rule)["miss"]![member] = meaning);

    [Theory]
    [InlineData("C1", "group", "4")]
    [InlineData("C3", "group", "2")]
    [InlineData("C3", "group", "4")]
    [InlineData("C4", "group", "2")]
    [InlineData("C6", "group", "1")]
    [InlineData("C3", "kind", "\"OnRequest\"")]
    [InlineData("C9", "kind", "\"Ranked\"")]
    [InlineData("C12", "kind", "\"OnRequest\"")]
    [InlineData("C11", "group", "3")]
    [InlineData("C12", "group", "3")]
    public void Run_OneCategoryRankedOtherwise_FailsACase(string code, string member, string value) =>
        AssertNoticed(json => PolicyMutations.Category(json, code)[member] = JsonNode.Parse(value));

    [Fact]
    public void Run_WithoutTheCasesOfARule_NamesWhatIsLeftOut()
    {
        var cases = Tables.Of("name,claims,facts,expect,findings\none,C3,,C3,");

        Assert.Contains("RD is never not satisfied", PolicyTest.Run(TestData.Policy, cases).Coverage.Uncovered);
        Assert.Contains("R7 is never satisfied", PolicyTest.Run(TestData.Policy, cases).Coverage.Uncovered);
        Assert.Contains("C8 is claimed and never established", PolicyTest.Run(TestData.Policy, cases).Coverage.Uncovered);
    }

    [Theory]
    [InlineData("C1", "")]
    [InlineData("person C3", "")]
    [InlineData("evidence", "")]
    [InlineData("C3", "RD=no")]
    [InlineData("C3", "RD=yes:NothingFound")]
    [InlineData("C3", "R7=yes")]
    public void Run_AnotherExpectation_Fails(string expect, string findings) =>
        Assert.NotEmpty(Assert.Single(PolicyTest.Run(TestData.Policy, Tables.Of($"name,claims,facts,expect,findings\none,C3,,{expect},{findings}")).Results).Failures);

    private static void AssertNoticed(Action<JsonNode> change) =>
        Assert.True(PolicyTest.Run(TestData.PolicyWith(change), Tables.Shipped).Results.Any(result => !result.Passes), "no case notices");

    private static RuleFinding Flipped(RuleFinding finding) =>
        finding with { Result = finding.Result is RuleResult.Satisfied ? RuleResult.NotSatisfied : RuleResult.Satisfied };

    private static Func<PolicyRule, Evidence, RuleFinding> Judging(RuleId changed, Func<RuleFinding, RuleFinding> change) =>
        (rule, evidence) => rule.Id == changed ? change(EligibilityRules.Judge(rule, evidence)) : EligibilityRules.Judge(rule, evidence);
}
