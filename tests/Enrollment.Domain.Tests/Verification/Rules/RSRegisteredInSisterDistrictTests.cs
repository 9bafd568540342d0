using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class RSRegisteredInSisterDistrictTests
{
    [Theory]
    [InlineData("350502")]
    [InlineData("350503")]
    [InlineData("350504")]
    [InlineData("350505")]
    [InlineData("350590")]
    public void Judge_FiveDistricts_AreSatisfied(string area) =>
        TestData.Mover().With(TestData.Household(areaCode: area)).Judge(RuleId.RS)
            .Is(RuleResult.Satisfied, FindingReason.RegisteredInSisterDistrict, area);

    [Theory]
    [InlineData("350521")]
    [InlineData("350582")]
    [InlineData("3505020")]
    public void Judge_OtherAreas_AreNot(string area) =>
        TestData.Mover().With(TestData.Household(areaCode: area)).Judge(RuleId.RS)
            .Is(RuleResult.NotSatisfied, FindingReason.RegisteredElsewhere, area);
}
