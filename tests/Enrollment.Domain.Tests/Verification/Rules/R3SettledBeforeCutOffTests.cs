using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R3SettledBeforeCutOffTests
{
    [Theory]
    [InlineData("2026-02-28", RuleResult.Satisfied, FindingReason.SettledInTime)]
    [InlineData("2026-03-01", RuleResult.NotSatisfied, FindingReason.SettledTooLate)]
    [InlineData("2026-03-02", RuleResult.NotSatisfied, FindingReason.SettledTooLate)]
    [InlineData("2020-05-04", RuleResult.Satisfied, FindingReason.SettledInTime)]
    public void Judge_Settled_IsStrictlyBeforeTheFirstOfMarch(string settled, RuleResult result, FindingReason reason) =>
        TestData.Consistent().With(TestData.Household(settled)).Judge(RuleId.R3).Is(result, reason, settled, "2026-03-01");

    [Theory]
    [InlineData("2028-02-29", RuleResult.Satisfied)]
    [InlineData("2028-03-01", RuleResult.NotSatisfied)]
    public void Judge_LeapYear_TheTwentyNinthIsInTime(string settled, RuleResult result)
    {
        var facts = TestData.Consistent().With(TestData.Household(settled));

        var finding = R3SettledBeforeCutOff.Judge(new Evidence(facts.Policy, facts.Form, facts.Checks()), new CutOffParameters(TestData.Date("2028-03-01")));

        Assert.Equal(result, finding.Result);
    }

    [Fact]
    public void Judge_ParentsSettledEarly_OnlyTheChildCounts() =>
        TestData.Consistent().With(TestData.Household(settled: "2026-05-01")).Judge(RuleId.R3)
            .Is(RuleResult.NotSatisfied, FindingReason.SettledTooLate, "2026-05-01", "2026-03-01");
}
