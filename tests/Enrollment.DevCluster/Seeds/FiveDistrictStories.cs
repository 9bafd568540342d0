using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Registered in Fengze, Luojiang or Quangang, living as tenants in Licheng (C8).</summary>
internal static class FiveDistrictStories
{
    private static readonly Outcome Verified = Outcome.Verified(CategoryCode.FiveDistrictMover);
    private static readonly Outcome Nothing = Outcome.UnderReview();

    // A contract and its invoice are papers the family has in hand.
    private static readonly Outcome TenancyUnclear = Outcome.Correction(proposed: null, "TenancyContractAndInvoice");

    public static IReadOnlyList<Story> All { get; } =
    [
        Mover("five-district-mover", 150, Verified, _ => { }),
        Mover("mover-other-parent-insured", 6, Verified, family =>
            family.Insurance = family.Insurance! with { PersonIdNo = family.Cast.Spouse.IdNo }),
        Mover("tenancy-18-months", 6, Verified, Tenancy(tenancy => tenancy with { From = new(2024, 12, 31) })),
        Mover("tenancy-17-months", 6, TenancyUnclear, Tenancy(tenancy => tenancy with { From = new(2025, 2, 1) })),
        Mover("tenancy-without-invoice", 6, TenancyUnclear, Tenancy(tenancy => tenancy with { InvoiceIssued = false })),
        Mover("tenancy-in-other-district", 5, TenancyUnclear, TenancyElsewhere),
        Mover("tenancy-not-found", 5, TenancyUnclear.With(Department.Property, CheckStatus.NotFound), family => family.Tenancy = null),
        Mover("mover-insured-12-months", 5, Verified, InsuranceStories.Months(12)),
        Mover("mover-insured-11-months", 5, Nothing, InsuranceStories.Months(11)),
        Mover("mover-insurance-gap", 5, Nothing, InsuranceStories.Gap),
        Mover("mover-insurance-retroactive", 5, Nothing, InsuranceStories.Retroactive),
        Mover("registered-in-jinjiang-claims-mover", 5, Nothing, family => family.RegisterAt(Places.In(Places.Jinjiang, family.Chance))),
        // Licheng is one of the five districts (DOMAIN.md 1.2, C8), so the claim holds; but C3 is better.
        Mover("registered-in-licheng-claims-mover", 5, Outcome.Verified(CategoryCode.ResidentNotConsistent),
            family => family.RegisterAt(Places.InLicheng(family.Chance))),
    ];

    private static void TenancyElsewhere(FamilyDraft family)
    {
        var place = Places.In("350505", family.Chance);
        family.Tenancy = family.Tenancy! with { AreaCode = place.AreaCode, Address = place.Address };
        family.Says.ResidenceAddress = place.Address;
    }

    private static Action<FamilyDraft> Tenancy(Func<TenancyRecord, TenancyRecord> change) => family => family.Tenancy = change(family.Tenancy!);

    private static Story Mover(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.FiveDistrictMover, outcome, tell);
}
