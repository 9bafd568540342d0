using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Families whose register, home and residence agree: C1, with the limits of R1 to R5 on their good side.</summary>
internal static class ConsistentResidentStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        Consistent("consistent-parents-home", 527, AnyHome),
        Consistent("consistent-grandparents-home", 140, GrandparentsHome),
        Consistent("born-on-31-august", 6, AnyHome, new() { Births = [new(2020, 8, 31)] }),
        Consistent("born-on-29-february", 5, AnyHome, new() { Births = [new(2020, 2, 29)] }),
        Consistent("older-than-six", 5, family => family.NewHome(), new() { Births = [new(2018, 3, 7)] }),
        Consistent("settled-on-28-february", 6, family => { family.NewHome(new(2025, 9, 1)); family.Settle(new(2026, 2, 28)); }),
        Consistent("share-51-of-100", 6, family => family.NewHome(null,
            Owner.Of(family.Cast.Father, 51, 100), Owner.Of(Uncle(family), 49, 100))),
        Consistent("shares-of-both-parents-summed", 5, family => family.NewHome(null,
            Owner.Of(family.Cast.Father, 3, 10), Owner.Of(family.Cast.Mother, 3, 10), Owner.Of(Uncle(family), 4, 10))),
        Consistent("shares-unwritten-two-parents", 6, family => family.NewHome(null,
            Owner.Unwritten(family.Cast.Father), Owner.Unwritten(family.Cast.Mother))),
        Consistent("shares-unwritten-two-of-three", 5, family => family.NewHome(null,
            Owner.Unwritten(family.Cast.Father), Owner.Unwritten(family.Cast.Mother), Owner.Unwritten(Uncle(family)))),
        Consistent("old-home-one-third", 6, family => family.OldHome(new(2021, 2, 28),
            Owner.Of(family.Cast.Mother, 1, 3), Owner.Of(Uncle(family), 2, 3))),
        Consistent("two-homes", 6, TwoHomes),
        Consistent("claims-less-than-due", 6, AnyHome) with { Claims = CategoryCode.ResidentNotConsistent },
        Consistent("twins", 12, AnyHome, new() { Children = 2 }),
        Consistent("siblings-of-one-year", 10, AnyHome, new() { Children = 2, Births = [new(2019, 9, 14), new(2020, 8, 21)] }),
        Consistent("single-mother", 6, family => family.NewHome(), new() { Shape = FamilyShape.SingleMother }),
        Consistent("widowed-parent", 5, AnyHome, new() { Shape = FamilyShape.Widow }),
        Consistent("divorced-parent", 6, family => family.NewHome(), new() { Shape = FamilyShape.DivorcedMother }),
        Consistent("divorced-both-on-form", 5, family => family.NewHome(), new() { Shape = FamilyShape.DivorcedBothOnForm }),
        Consistent("name-with-middot", 6, AnyHome, new() { Naming = Naming.Middot }),
        Consistent("name-with-rare-characters", 6, AnyHome, new() { Naming = Naming.Rare }),
    ];

    public static void AnyHome(FamilyDraft family)
    {
        family.Says.Ownership = PropertyOwnership.Parents;
        if (family.Chance.OneIn(2))
            family.OldHome();
        else
            family.NewHome();
    }

    public static Person Uncle(FamilyDraft family) => family.Cast.Adult(Sex.Male, family.Cast.Surname);

    public static void GrandparentsHome(FamilyDraft family)
    {
        var (grandfather, grandmother) = family.OnGrandparentsBook();
        OwnerRecord[] owners = family.Chance.OneIn(2)
            ? [Owner.Alone(grandfather)]
            : [Owner.Unwritten(grandfather), Owner.Unwritten(grandmother)];
        if (family.Chance.OneIn(2))
            family.OldHome(null, owners);
        else
            family.NewHome(null, owners);
        family.Says.Ownership = PropertyOwnership.Grandparents;
    }

    private static void TwoHomes(FamilyDraft family)
    {
        AnyHome(family);
        family.SecondProperty = family.NewRecord(Places.In(Places.Jinjiang, family.Chance).Address, new(2018, 6, 6), [], k: 1);
    }

    private static Story Consistent(string name, int applications, Action<FamilyDraft> tell, Circumstances? circumstances = null) =>
        new(name, applications, CategoryCode.ConsistentResident, Outcome.Verified(CategoryCode.ConsistentResident), Home(tell))
        {
            Circumstances = circumstances ?? new(),
        };

    private static Action<FamilyDraft> Home(Action<FamilyDraft> tell) => family =>
    {
        family.Says.Ownership = PropertyOwnership.Parents;
        tell(family);
    };
}
