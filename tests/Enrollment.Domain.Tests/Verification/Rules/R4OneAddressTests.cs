using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R4OneAddressTests
{
    [Fact]
    public void Judge_RegisterHomeAndResidenceAgree_IsSatisfied() =>
        TestData.Consistent().Judge(RuleId.R4).Is(RuleResult.Satisfied, FindingReason.AddressesAgree);

    [Fact]
    public void Judge_OnlyWidthAndSpaceDiffer_IsSatisfied() =>
        TestData.Consistent().With(TestData.HomeOf(address: TestData.Home.Replace("101", "１ ０１", StringComparison.Ordinal))).Judge(RuleId.R4)
            .Is(RuleResult.Satisfied, FindingReason.AddressesAgree);

    [Fact]
    public void Judge_LivesElsewhere_IsNotSatisfied()
    {
        var facts = TestData.Consistent();

        var finding = (facts with { Form = facts.Form with { ResidenceAddress = TestData.Elsewhere } }).Judge(RuleId.R4);

        finding.Is(RuleResult.NotSatisfied, FindingReason.ResidenceDiffers);
        Assert.Equal((Department.Police, Facts.DataAsOf), (finding.Source, finding.DataAsOf));
    }

    [Fact]
    public void Judge_RegisteredElsewhere_IsNotSatisfied() =>
        TestData.Consistent().With(TestData.Household(address: TestData.Elsewhere)).Judge(RuleId.R4)
            .Is(RuleResult.NotSatisfied, FindingReason.ResidenceDiffers);

    [Fact]
    public void Judge_HomeElsewhere_IsNotSatisfied()
    {
        var finding = TestData.Consistent().With(TestData.HomeOf(address: TestData.Elsewhere)).Judge(RuleId.R4);

        finding.Is(RuleResult.NotSatisfied, FindingReason.NoHomeAtRegisteredAddress);
        Assert.Equal((Department.Property, Facts.DataAsOf), (finding.Source, finding.DataAsOf));
    }

    [Theory]
    [InlineData(PropertyUse.Commercial)]
    [InlineData(PropertyUse.Office)]
    [InlineData(PropertyUse.Other)]
    public void Judge_NotResidential_IsNotSatisfied(PropertyUse use) =>
        TestData.Consistent().With(TestData.HomeOf(use: use)).Judge(RuleId.R4).Is(RuleResult.NotSatisfied, FindingReason.HomeNotResidential);

    [Fact]
    public void Judge_OwnersAreStrangers_IsUnknown() =>
        TestData.Consistent().With(TestData.HomeOf(owners: TestData.OwnerUnwritten(TestData.Stranger))).Judge(RuleId.R4)
            .Is(RuleResult.Unknown, FindingReason.OwnersNotFamily);

    [Fact]
    public void Judge_NoHomes_IsUnknown() =>
        TestData.Consistent().With<HomeItem>().Judge(RuleId.R4).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Fact]
    public void Judge_BlankAddressesEverywhere_AgreeOnNothing()
    {
        var facts = TestData.Consistent().With(TestData.Household(address: " ")).With(TestData.HomeOf(address: ""));

        (facts with { Form = facts.Form with { ResidenceAddress = "" } }).Judge(RuleId.R4)
            .Is(RuleResult.NotSatisfied, FindingReason.ResidenceDiffers);
    }
}
