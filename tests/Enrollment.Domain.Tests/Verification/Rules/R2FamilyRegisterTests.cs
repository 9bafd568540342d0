using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Verification.HouseholdRelation;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R2FamilyRegisterTests
{
    [Fact]
    public void Judge_WithParents_IsSatisfied() => Judge(TestData.Household()).Is(RuleResult.Satisfied, FindingReason.RegisteredWithFamily);

    [Fact]
    public void Judge_WithGrandparents_IsSatisfied() =>
        Judge(TestData.GrandparentsHousehold()).Is(RuleResult.Satisfied, FindingReason.RegisteredWithFamily);

    [Fact]
    public void Judge_GrandchildWithoutGrandparents_IsNotSatisfied() =>
        Judge(Members((TestData.Stranger, Other), (TestData.Child, Grandchild))).Is(RuleResult.NotSatisfied, FindingReason.NotWithFamily);

    [Fact]
    public void Judge_WithOthers_IsNotSatisfied() =>
        Judge(Members((TestData.Stranger, Householder), (TestData.Child, Other))).Is(RuleResult.NotSatisfied, FindingReason.NotWithFamily);

    [Theory]
    [InlineData(true, RuleResult.Satisfied)]
    [InlineData(false, RuleResult.NotSatisfied)]
    public void Judge_OneOfTwoParents_DependsOnTheSetting(bool oneIsEnough, RuleResult result)
    {
        var facts = TestData.Consistent().With(Members((TestData.Mother, Householder), (TestData.Child, Child))) with
        {
            Policy = TestData.PolicyWith(json => json.ParametersOf("R2")["oneParentIsEnough"] = oneIsEnough),
        };

        Assert.Equal(result, facts.Judge(RuleId.R2).Result);
    }

    [Fact]
    public void Judge_OnlyGuardianIsNoParent_IsUnknown()
    {
        var facts = TestData.Consistent().With(Members((TestData.Father, Householder), (TestData.Child, Other)));
        var guardian = facts.Form.Guardian with { Relation = GuardianRelation.Guardian };

        (facts with { Form = facts.Form with { Guardian = guardian, OtherGuardian = null } }).Judge(RuleId.R2)
            .Is(RuleResult.Unknown, FindingReason.WithLegalGuardian);
    }

    [Fact]
    public void Judge_OutsideTheDistrict_IsNotSatisfied() =>
        Judge(TestData.Household(areaCode: "350503")).Is(RuleResult.NotSatisfied, FindingReason.RegisteredElsewhere, "350503");

    [Fact]
    public void Judge_CollectiveHousehold_IsNotSatisfied() =>
        Judge(TestData.Household(type: HouseholdType.Collective)).Is(RuleResult.NotSatisfied, FindingReason.CollectiveHousehold);

    [Fact]
    public void Judge_TwoHouseholdsOfTheChild_IsUnknown() =>
        Judge(TestData.Household(), TestData.Household(householdNo: "1002")).Is(RuleResult.Unknown, FindingReason.SeveralHouseholds);

    [Fact]
    public void Judge_ChildTwiceInTheHousehold_IsUnknown() =>
        Judge(Members((TestData.Father, Householder), (TestData.Child, Child), (TestData.Child, Other)))
            .Is(RuleResult.Unknown, FindingReason.ContradictoryRecords);

    [Fact]
    public void Judge_HouseholdWithoutTheChild_IsUnknown() =>
        Judge(Members((TestData.Father, Householder))).Is(RuleResult.Unknown, FindingReason.NothingFound);

    private static RuleFinding Judge(params HouseholdItem[] households) => TestData.Consistent().With(households).Judge(RuleId.R2);

    private static HouseholdItem Members(params (string IdNo, HouseholdRelation Relation)[] members) =>
        TestData.Household(members: [.. members.Select(member => TestData.Member(member.IdNo, member.Relation))]);
}
