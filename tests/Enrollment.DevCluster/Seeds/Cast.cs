using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>The people of one story.</summary>
internal sealed class Cast
{
    private static readonly DateOnly RegularFirst = new(2019, 9, 1);
    private static readonly DateOnly RegularLast = new(2020, 8, 30);

    private readonly Chance _chance;
    private readonly IdentityNumbers _numbers;
    private readonly Naming _naming;

    public Cast(Chance chance, IdentityNumbers numbers, Circumstances circumstances, int ordinal)
    {
        (_chance, _numbers, _naming) = (chance, numbers, circumstances.Naming);
        (Shape, Surname) = (circumstances.Shape, Names.Surname(chance));
        var area = circumstances.ChildPermitAreas is { Count: > 0 } areas ? areas[ordinal % areas.Count] : null;
        var regular = chance.Between(RegularFirst, RegularLast);
        for (var i = 0; i < circumstances.Children; i++)
            Children.Add(Child(circumstances.Births is { Count: > 0 } births ? births[i % births.Count] : regular, area));
        Father = Adult(Sex.Male, Surname);
        Mother = Adult(Sex.Female, Names.Surname(chance));
        ChildDocument = area is null ? IdentityDocumentKind.CitizenId : IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan;
        (Applicant, Relation) = WhoApplies();
        Other = Shape is FamilyShape.Parents or FamilyShape.DivorcedBothOnForm ? Spouse : null;
    }

    public FamilyShape Shape { get; }

    public string Surname { get; }

    public List<Person> Children { get; } = [];

    public IdentityDocumentKind ChildDocument { get; }

    public Person Father { get; }

    public Person Mother { get; }

    public Person Applicant { get; }

    public GuardianRelation Relation { get; }

    /// <summary>The other guardian on the form, if any.</summary>
    public Person? Other { get; }

    /// <summary>The parent who is not the applicant.</summary>
    public Person Spouse => Applicant == Father ? Mother : Father;

    public IReadOnlyList<Person> OnForm => Other is null ? [Applicant] : [Applicant, Other];

    /// <summary>Those whom civil affairs has as the child's guardians.</summary>
    public IReadOnlyList<Person> Legal => Shape switch
    {
        FamilyShape.AppointedGuardian or FamilyShape.SingleMother or FamilyShape.Widow => [Applicant],
        _ => [Father, Mother],
    };

    public GuardianshipBasis Basis => Shape is FamilyShape.AppointedGuardian ? GuardianshipBasis.Appointed : GuardianshipBasis.Parent;

    /// <summary>How the parents' marriage stands; null where there never was one on record.</summary>
    public MarriageState? Marriage => Shape switch
    {
        FamilyShape.Widow => MarriageState.Widowed,
        FamilyShape.DivorcedMother or FamilyShape.DivorcedBothOnForm => MarriageState.Divorced,
        FamilyShape.SingleMother or FamilyShape.AppointedGuardian => null,
        _ => MarriageState.Married,
    };

    public DateOnly FirstBirth => Children.Min(child => child.Born);

    public DateOnly LastBirth => Children.Max(child => child.Born);

    public Person Adult(Sex sex, string surname) => Grown(sex, surname, 22, 40);

    public Person Elder(Sex sex, string surname) => Grown(sex, surname, 52, 70);

    private Person Grown(Sex sex, string surname, int youngest, int oldest)
    {
        var born = FirstBirth.AddYears(-_chance.Between(youngest, oldest)).AddDays(-_chance.Below(365));
        return new Person(Names.Full(_chance, _naming, surname, sex), _numbers.Next(_chance, born, sex), born, sex);
    }

    private Person Child(DateOnly born, string? permitArea)
    {
        var sex = _chance.OneIn(2) ? Sex.Male : Sex.Female;
        var number = permitArea is null ? _numbers.Next(_chance, born, sex) : _numbers.NextPermit(_chance, permitArea, born, sex);
        return new Person(Names.Full(_chance, _naming, Surname, sex), number, born, sex);
    }

    private (Person Applicant, GuardianRelation Relation) WhoApplies() => Shape switch
    {
        FamilyShape.AppointedGuardian => (Adult(Sex.Female, Surname), GuardianRelation.Guardian),
        FamilyShape.UncleWithoutAppointment => (Adult(Sex.Male, Surname), GuardianRelation.Guardian),
        FamilyShape.SingleMother or FamilyShape.Widow or FamilyShape.DivorcedMother => (Mother, GuardianRelation.Mother),
        _ when _chance.OneIn(2) => (Mother, GuardianRelation.Mother),
        _ => (Father, GuardianRelation.Father),
    };
}
