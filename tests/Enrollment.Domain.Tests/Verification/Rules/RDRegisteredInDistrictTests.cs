using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class RDRegisteredInDistrictTests
{
    [Theory]
    [InlineData(HouseholdType.Family)]
    [InlineData(HouseholdType.Collective)]
    public void Judge_AnyHouseholdInTheDistrict_IsSatisfied(HouseholdType type) =>
        TestData.Resident().With(TestData.Household(type: type)).Judge(RuleId.RD)
            .Is(RuleResult.Satisfied, FindingReason.RegisteredInDistrict, TestData.District);

    [Fact]
    public void Judge_SisterDistrict_IsNotSatisfied() =>
        TestData.Resident().With(TestData.Household(areaCode: "350503")).Judge(RuleId.RD)
            .Is(RuleResult.NotSatisfied, FindingReason.RegisteredElsewhere, "350503");

    [Fact]
    public void Judge_NoHousehold_IsUnknown() =>
        TestData.Resident().With<HouseholdItem>().Judge(RuleId.RD).Is(RuleResult.Unknown, FindingReason.NothingFound);
}
