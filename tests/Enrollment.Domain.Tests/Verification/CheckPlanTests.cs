using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification;

public sealed class CheckPlanTests
{
    private const string Consistent = "Police[Person,Household] CivilAffairs[Marriage,Guardianship] Property[Homes]";

    [Theory]
    [InlineData(CategoryCode.ConsistentResident, Consistent)]
    [InlineData(CategoryCode.ResidentNotConsistent, Consistent)]
    [InlineData(CategoryCode.MigrantChild, "Police[Person,ResidencePermit] CivilAffairs[Guardianship] SocialSecurity[Insurance]")]
    [InlineData(CategoryCode.FiveDistrictMover, "Police[Person,Household] CivilAffairs[Guardianship] Property[Tenancy] SocialSecurity[Insurance]")]
    public void PlanChecks_OfACategory_AsksOnlyWhatItNeeds(CategoryCode category, string plan) =>
        Assert.Equal(plan, string.Join(' ', TestData.Policy.PlanChecks(category).Select(check => $"{check.Department}[{string.Join(',', check.Questions)}]")));

    [Fact]
    public void DepartmentOf_EveryQuestion_HasOne() =>
        Assert.All(Enum.GetValues<Question>(), question => Assert.True(Enum.IsDefined(CheckPlan.DepartmentOf(question))));
}
