using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Parents who claim C1 and miss one of its rules; nearly all are C3 all the same, which a person will propose to them.</summary>
internal static class InconsistentClaimStories
{
    private static readonly Outcome Resident = Outcome.UnderReview(CategoryCode.ResidentNotConsistent);

    // What a deed can show: that the family's home is where they live and are registered, and of which use it is.
    private static readonly Outcome HomeNotAtResidence =
        Outcome.Correction(CategoryCode.ResidentNotConsistent, "RealEstateCertificate", "RelationProof").With(Department.Property, CheckStatus.Mismatch);

    // No home at the registered address: whose it is, and how much of it, are unknown too.
    private static readonly Outcome NoHomeThere = Outcome.Correction(CategoryCode.ResidentNotConsistent, "RealEstateCertificate", "RelationProof", "MarriagePapers");

    public static IReadOnlyList<Story> All { get; } =
    [
        Claim("born-on-1-september", 6, Outcome.UnderReview(), ConsistentResidentStories.AnyHome) with
        {
            Circumstances = new() { Births = [new(2020, 9, 1)] },
        },
        Claim("settled-on-1-march", 6, Resident, family => { family.NewHome(new(2025, 9, 1)); family.Settle(new(2026, 3, 1)); }),
        Claim("share-one-half", 6, Resident, family => family.NewHome(null,
            Owner.Half(family.Cast.Father), Owner.Half(ConsistentResidentStories.Uncle(family)))),
        Claim("shares-unwritten-with-uncle", 5, Resident, family => family.NewHome(null,
            Owner.Unwritten(family.Cast.Father), Owner.Unwritten(ConsistentResidentStories.Uncle(family)))),
        Claim("new-home-one-third", 5, Resident, family => family.NewHome(new(2021, 3, 1),
            Owner.Of(family.Cast.Mother, 1, 3), Owner.Of(ConsistentResidentStories.Uncle(family), 2, 3))),
        Claim("grandparents-share-one-half", 5, Resident, GrandparentsHalf),
        // A shop is no home: whose a home is, and how much of it, nobody knows.
        Claim("commercial-home", 6, NoHomeThere, family =>
        {
            ConsistentResidentStories.AnyHome(family);
            family.Property = family.Property! with { Use = family.Ordinal % 2 == 0 ? PropertyUse.Commercial : PropertyUse.Office };
        }),
        Claim("residence-elsewhere", 6, HomeNotAtResidence, family =>
        {
            ConsistentResidentStories.AnyHome(family);
            family.Says.ResidenceAddress = Places.InLicheng(family.Chance).Address;
        }),
        Claim("home-elsewhere", 6, NoHomeThere.With(Department.Property, CheckStatus.Mismatch), family =>
        {
            ConsistentResidentStories.AnyHome(family);
            family.Property = family.Property! with { Address = Places.InLicheng(family.Chance).Address };
        }),
        Claim("registered-with-uncle", 5, Resident, RegisteredWithUncle),
        Claim("collective-household-claims-consistent", 5, Resident, family =>
        {
            ResidentStories.Collective(family);
            family.Property = family.NewRecord(family.Home.Address, new(2019, 5, 5), []);
        }),
        Claim("home-not-found", 6, NoHomeThere.With(Department.Property, CheckStatus.NotFound),
            family => family.Says.CertificateNo = "闽(2020)泉州市不动产权第9999999号"),
        Claim("registered-in-fengze-claims-consistent", 5, Outcome.UnderReview(), family =>
        {
            family.RegisterAt(Places.In("350503", family.Chance));
            family.Property = family.NewRecord(family.Home.Address, new(2019, 5, 5), []);
        }),
    ];

    private static void GrandparentsHalf(FamilyDraft family)
    {
        var (grandfather, _) = family.OnGrandparentsBook();
        family.NewHome(null, Owner.Half(grandfather), Owner.Half(ConsistentResidentStories.Uncle(family)));
        family.Says.Ownership = PropertyOwnership.Grandparents;
    }

    private static void RegisteredWithUncle(FamilyDraft family)
    {
        var uncle = ConsistentResidentStories.Uncle(family);
        family.Household = family.HouseholdOf(family.Registered, uncle,
            [(uncle, HouseholdRelation.Householder), .. family.Cast.Children.Select(child => (child, HouseholdRelation.Other))]);
        family.OldHome();
    }

    private static Story Claim(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.ConsistentResident, outcome, family =>
        {
            family.Says.Ownership = PropertyOwnership.Parents;
            tell(family);
        });
}
