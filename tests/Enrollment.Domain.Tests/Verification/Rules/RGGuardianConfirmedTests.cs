using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class RGGuardianConfirmedTests
{
    [Theory]
    [InlineData(GuardianshipBasis.Parent)]
    [InlineData(GuardianshipBasis.Adoption)]
    [InlineData(GuardianshipBasis.Appointed)]
    public void Judge_GuardianshipRecorded_IsSatisfied(GuardianshipBasis basis) =>
        TestData.Migrant().With(Of(TestData.Father, basis)).Judge(RuleId.RG).Is(RuleResult.Satisfied, FindingReason.GuardianshipRecorded);

    [Fact]
    public void Judge_NothingRecordedButParentInHousehold_IsSatisfied()
    {
        var finding = TestData.Consistent().With<GuardianshipItem>().Judge(RuleId.RG);

        finding.Is(RuleResult.Satisfied, FindingReason.ParentInHousehold);
        Assert.Equal(Department.Police, finding.Source);
    }

    [Fact]
    public void Judge_ApplicantIsTheHouseholdersChildAndChildIsGrandchild_ProvesNothing() =>
        TestData.Consistent().With<GuardianshipItem>().With(TestData.Household(members:
        [
            TestData.Member(TestData.Grandfather, HouseholdRelation.Householder),
            TestData.Member(TestData.Father, HouseholdRelation.Child),
            TestData.Member(TestData.Child, HouseholdRelation.Grandchild),
        ])).Judge(RuleId.RG).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Fact]
    public void Judge_OthersAreRecorded_IsNotSatisfied() =>
        TestData.Migrant().With(Of(TestData.Stranger, GuardianshipBasis.Appointed)).Judge(RuleId.RG)
            .Is(RuleResult.NotSatisfied, FindingReason.GuardianIsAnother);

    [Fact]
    public void Judge_AnotherChildsGuardianship_IsUnknown() =>
        TestData.Migrant().With(Of(TestData.Father, GuardianshipBasis.Parent) with { ChildIdNo = TestData.Stranger }).Judge(RuleId.RG)
            .Is(RuleResult.Unknown, FindingReason.NothingFound);

    private static GuardianshipItem Of(string guardian, GuardianshipBasis basis) => new(TestData.Child, guardian, basis, TestData.Date("2020-05-04"));
}
