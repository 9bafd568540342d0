using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Registered in the district without three-way consistency, and saying so: C3.</summary>
internal static class ResidentStories
{
    private static readonly Outcome Verified = Outcome.Verified(CategoryCode.ResidentNotConsistent);

    // Not to own a home is no fault: the register has no record, and that is all C3 needs to know.
    private static readonly Outcome WithoutHome = Verified.With(Department.Property, CheckStatus.NotFound);

    public static IReadOnlyList<Story> All { get; } =
    [
        Resident("register-without-property", 130, WithoutHome, _ => { }),
        Resident("on-grandparents-book-without-property", 40, WithoutHome, family => family.OnGrandparentsBook()),
        Resident("property-elsewhere", 50, Verified, PropertyElsewhere),
        Resident("register-moved-late", 30, Verified, family =>
        {
            family.NewHome(new(2025, 12, 1));
            family.Settle(family.Chance.Between(new DateOnly(2026, 3, 1), new DateOnly(2026, 5, 20)));
            family.Says.Ownership = PropertyOwnership.Parents;
        }),
        Resident("collective-household", 10, WithoutHome, Collective),
        Resident("guardian-by-court", 6, WithoutHome, _ => { }) with { Circumstances = new() { Shape = FamilyShape.AppointedGuardian } },
        Resident("resident-born-on-1-september", 5, Outcome.UnderReview().With(Department.Property, CheckStatus.NotFound), _ => { }) with
        {
            Circumstances = new() { Births = [new(2020, 9, 1)] },
        },
    ];

    public static void Collective(FamilyDraft family)
    {
        family.RegisterAt(Places.InLicheng(family.Chance));
        family.Household = family.Household! with { Type = HouseholdType.Collective, Householder = "泉州某某实业有限公司集体户" };
    }

    private static void PropertyElsewhere(FamilyDraft family)
    {
        var elsewhere = Places.In(family.Chance.Pick(Places.SisterDistricts), family.Chance);
        family.Property = family.NewRecord(elsewhere.Address, family.Chance.Between(new DateOnly(2016, 1, 1), new DateOnly(2025, 12, 31)), []);
    }

    private static Story Resident(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.ResidentNotConsistent, outcome, tell);
}
