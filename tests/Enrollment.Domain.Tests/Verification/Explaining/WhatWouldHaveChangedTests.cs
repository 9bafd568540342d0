using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Explaining;
using static Enrollment.Domain.Tests.TestData;
using static Enrollment.Domain.Verification.Explaining.ChangeableFact;

namespace Enrollment.Domain.Tests.Verification.Explaining;

/// <summary>What is named, and by records written here, not by the search's own, that it is so.</summary>
public sealed class WhatWouldHaveChangedTests
{
    [Fact]
    public void Find_BestCategory_IsNothing() => Assert.Null(WhatWouldHaveChanged.Find(Of(Consistent())));

    [Fact]
    public void Find_SettledTooLate_NamesTheCutOffAndADayEarlierIsTheOther() => AssertNamed(
        Consistent().With(Household("2026-03-01")), Consistent().With(Household("2026-02-28")), CategoryCode.ConsistentResident, "2026-03-01", SettledInTime);

    [Fact]
    public void Find_ShareOfOneHalf_NamesTheHome() => AssertNamed(
        Consistent().With(HomeOf(owners: [Owner(Father, 1, 2), Owner(Stranger, 1, 2)])),
        Consistent().With(HomeOf(owners: [Owner(Father, 51, 100), Owner(Stranger, 49, 100)])), CategoryCode.ConsistentResident, "1/2", OwnsHomeWhereRegistered);

    [Fact]
    public void Find_LivingElsewhere_NamesTheResidence()
    {
        var there = Consistent();

        AssertNamed(there with { Form = there.Form with { ResidenceAddress = Elsewhere } }, there, CategoryCode.ConsistentResident, "", LivesWhereRegistered);
    }

    [Fact]
    public void Find_NameDisagrees_NamesTheIdentity() => AssertNamed(
        Consistent().With(new PersonItem(Child, PersonResult.Mismatch), new PersonItem(Father, PersonResult.Match)), Consistent(), CategoryCode.ConsistentResident, "", IdentityAgrees);

    [Fact]
    public void Find_BornADayLate_NamesTheDay()
    {
        var late = IdNo(Date("2020-09-01"), 11);
        var facts = Resident() with { Form = Resident().Form with { Child = ChildBorn("2020-09-01") } };
        facts = facts.With(new PersonItem(late, PersonResult.Match), new PersonItem(Father, PersonResult.Match))
            .With(Household(members: [Member(Father, HouseholdRelation.Householder), Member(late, HouseholdRelation.Child)]));

        AssertNamed(facts, Resident(), CategoryCode.ResidentNotConsistent, "2020-08-31", BornInTime);
    }

    [Theory]
    [InlineData("2025-07", 11)]
    [InlineData("2025-08", 10)]
    public void Find_InsuredTooShort_NamesTheInsurance(string first, int months) => AssertNamed(
        Migrant().With(Insurance(first, months)), Migrant().With(Insurance("2025-06", 12)), CategoryCode.MigrantChild, "12 2026-05-01", InsuredInDistrict);

    [Fact]
    public void Find_PermitTooRecent_NamesThePermit() => AssertNamed(
        Migrant().With(Permit(issued: "2025-03-01")), Migrant().With(Permit(issued: "2025-02-28")), CategoryCode.MigrantChild, "2025-03-01 2026-09-01", PermitHeld);

    [Fact]
    public void Find_NoInvoice_NamesTheTenancy() => AssertNamed(
        Mover().With(Tenancy(invoice: false)), Mover(), CategoryCode.FiveDistrictMover, "2025-01-01", TenancyFiled);

    [Fact]
    public void Find_MigrantEstablished_IsAResidentByClaimAndRegister()
    {
        var found = WhatWouldHaveChanged.Find(Of(Migrant()))!;

        Assert.Equal((CategoryCode.ResidentNotConsistent, false), (found.Leads, found.NeedsPerson));
        Assert.Equal([ClaimedCategory, RegisteredInDistrict], found.Changes.Select(change => change.Fact));
    }

    [Fact]
    public void Find_APersonGaveABetterCategory_IsMeasuredByThatOne()
    {
        var late = Consistent().With(Household("2026-03-01"));

        Assert.NotNull(WhatWouldHaveChanged.Find(Of(late)));
        Assert.Null(WhatWouldHaveChanged.Find(Of(late), CategoryCode.ConsistentResident));
    }

    [Fact]
    public void Find_ClaimOnRequestThatOnlyPapersProve_IsNothing() =>
        Assert.Null(WhatWouldHaveChanged.Find(Of(Consistent().Claiming(CategoryCode.PreferentialTreatment))));

    [Fact]
    public void Of_AnApplicationStillBeingVerified_IsNone() => Assert.Null(Situation.Of(Consistent().Started(), Policy));

    private static void AssertNamed(Facts facts, Facts otherwise, CategoryCode leads, string arguments, ChangeableFact fact)
    {
        var found = WhatWouldHaveChanged.Find(Of(facts));

        Assert.NotNull(found);
        var change = Assert.Single(found.Changes);
        Assert.Equal((leads, fact, arguments), (found.Leads, change.Fact, string.Join(' ', change.Arguments)));
        Assert.IsType<Verdict.ForAPerson>(facts.Decide());
        Assert.Equal(leads, Assert.IsType<Verdict.Established>(otherwise.Decide()).Category);
    }

    private static Situation Of(Facts facts) => new(facts.Policy, facts.Form, facts.Checks());
}
