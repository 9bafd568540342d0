using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Children of parents from elsewhere (C7): the permit of R7, and a year of insurance as proof of work.</summary>
internal static class MigrantStories
{
    private static readonly Outcome Verified = Outcome.Verified(CategoryCode.MigrantChild);
    private static readonly Outcome Nothing = Outcome.UnderReview();

    // The permit's part of R7 is in doubt: another permit or an older one, and the work behind it, can be shown on paper.
    private static readonly Outcome PermitUnclear = Outcome.Correction(proposed: null, "ResidencePermit", "LaborContractOrLicence");

    public static IReadOnlyList<Story> All { get; } =
    [
        Migrant("migrant-permit-and-work", 330, Verified, _ => { }),
        Migrant("migrant-other-parent-works", 10, Verified, OtherParentWorks),
        Migrant("permit-issued-day-before-cutoff", 6, Verified, Permit(permit => permit with { FirstIssuedDate = new(2025, 2, 28) })),
        Migrant("permit-issued-on-cutoff", 6, PermitUnclear, Permit(permit => permit with { FirstIssuedDate = new(2025, 3, 1) })),
        Migrant("permit-valid-to-first-school-day", 5, Verified, Permit(permit => permit with { ValidTo = new(2026, 9, 1) })),
        Migrant("permit-ends-before-school", 5, PermitUnclear, Permit(permit => permit with { ValidTo = new(2026, 8, 31) })),
        Migrant("permit-cancelled", 6, PermitUnclear, Permit(permit => permit with { Cancelled = true })),
        Migrant("permit-in-other-district", 6, PermitUnclear, PermitElsewhere),
        Migrant("permit-not-found", 5, PermitUnclear.With(Department.Police, CheckStatus.NotFound), family => family.Permit = null),
        Migrant("migrant-insured-12-months", 6, Verified, InsuranceStories.Months(12)),
        Migrant("migrant-insured-11-months", 6, Nothing, InsuranceStories.Months(11)),
        Migrant("migrant-insurance-gap", 6, Nothing, InsuranceStories.Gap),
        Migrant("migrant-insurance-retroactive", 6, Nothing, InsuranceStories.Retroactive),
        Migrant("migrant-insured-elsewhere", 5, Nothing, InsuranceStories.Elsewhere),
        Migrant("migrant-insurance-ended-in-april", 5, Nothing, InsuranceStories.EndedInApril),
        // No month on record at all: whether nobody worked or somebody's months went astray, papers can show.
        Migrant("migrant-never-insured", 5, Outcome.Correction(proposed: null, "ResidencePermit", "LaborContractOrLicence", "InsuranceRecord")
            .With(Department.SocialSecurity, CheckStatus.NotFound), family => family.Insurance = null),
        Migrant("migrant-born-on-1-september", 5, Nothing, _ => { }) with { Circumstances = new() { Births = [new(2020, 9, 1)] } },
        Migrant("migrant-twins", 6, Verified, _ => { }) with { Circumstances = new() { Children = 2 } },
        Migrant("migrant-name-with-middot", 8, Verified, _ => { }) with { Circumstances = new() { Naming = Naming.Middot } },
        Migrant("child-from-hong-kong-macao-taiwan", 9, Verified, _ => { }) with
        {
            Circumstances = new() { ChildPermitAreas = ["810000", "820000", "830000"] },
        },
    ];

    private static void OtherParentWorks(FamilyDraft family)
    {
        family.Permit = family.Permit! with { HolderIdNo = family.Cast.Spouse.IdNo };
        family.Insurance = family.Insurance! with { PersonIdNo = family.Cast.Spouse.IdNo };
    }

    private static void PermitElsewhere(FamilyDraft family)
    {
        var place = Places.In("350503", family.Chance);
        family.Permit = family.Permit! with { AreaCode = place.AreaCode, Address = place.Address };
        family.Says.ResidenceAddress = place.Address;
    }

    private static Action<FamilyDraft> Permit(Func<PermitRecord, PermitRecord> change) => family => family.Permit = change(family.Permit!);

    private static Story Migrant(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.MigrantChild, outcome, tell);
}
