using System.Globalization;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>
/// What is true of a family and what its parents will type, in the middle of being told. It starts as a plain family of the
/// claimed category; a story changes what it is about. Statements left null repeat the truth.
/// </summary>
internal sealed class FamilyDraft
{
    private static readonly DateOnly ShareRuleFrom = new(2021, 3, 1);

    public FamilyDraft(Chance chance, Cast cast, CategoryCode claims, int ordinal, int serial)
    {
        (Chance, Cast, Claims, Ordinal, Serial) = (chance, cast, claims, ordinal, serial);
        KnowsNumbers = !chance.OneIn(3);
        Home = Places.InLicheng(chance);
        Registered = claims is CategoryCode.FiveDistrictMover ? Places.In(Places.SisterDistricts[ordinal % 3], chance) : Home;
        Household = ParentsHousehold(Registered);
        Settle(SoonAfterBirth());
        Permit = MigrantFacts.Permit(this);
        Insurance = MigrantFacts.Insurance(this, cast.Applicant);
        Tenancy = MigrantFacts.Tenancy(this);
    }

    public Chance Chance { get; }

    public Cast Cast { get; }

    public CategoryCode Claims { get; }

    /// <summary>The family's place among those of its story: for stories that go round in turn.</summary>
    public int Ordinal { get; }

    /// <summary>The family's place among all: for numbers nobody else may have.</summary>
    public int Serial { get; }

    /// <summary>Where the family lives.</summary>
    public Place Home { get; }

    /// <summary>Where the child is registered.</summary>
    public Place Registered { get; private set; }

    /// <summary>Whether the parents have the numbers of household book and deed at hand, or leave them out.</summary>
    public bool KnowsNumbers { get; }

    public HouseholdRecord? Household { get; set; }

    public HouseholdRecord? SecondHousehold { get; set; }

    public HomeRecord? Property { get; set; }

    public HomeRecord? SecondProperty { get; set; }

    public PermitRecord? Permit { get; set; }

    public InsuranceRecord? Insurance { get; set; }

    public TenancyRecord? Tenancy { get; set; }

    public DisabilityCardRecord? DisabilityCard { get; set; }

    public bool PoliceKnowsChild { get; set; } = true;

    public bool ChildCancelled { get; set; }

    public bool GuardianshipRecorded { get; set; } = true;

    public List<BehaviorRecord> Behaviors { get; } = [];

    public Statement Says { get; } = new();

    public void Settle(DateOnly settled) => Household = Household! with
    {
        Members = [.. Household.Members.Select(member => member with { SettledDate = settled })],
    };

    /// <summary>The child is registered elsewhere, in the parents' household all the same.</summary>
    public void RegisterAt(Place place)
    {
        Registered = place;
        Household = ParentsHousehold(place);
        Settle(SoonAfterBirth());
    }

    /// <summary>A home on which R5 asks no share: acquired before 2021-03-01 and lived in since the child's birth.</summary>
    public void OldHome(DateOnly? acquired = null, params OwnerRecord[] owners)
    {
        Property = NewRecord(Registered.Address, acquired ?? Chance.Between(new DateOnly(2016, 1, 1), new DateOnly(2019, 8, 30)), owners);
        Settle(SoonAfterBirth());
    }

    /// <summary>A home under R5, with the household moved in before the cut-off.</summary>
    public void NewHome(DateOnly? acquired = null, params OwnerRecord[] owners)
    {
        var since = acquired ?? Chance.Between(ShareRuleFrom, new DateOnly(2025, 6, 30));
        Property = NewRecord(Registered.Address, since, owners);
        Settle(since.AddDays(Chance.Between(20, 200)));
    }

    public HomeRecord NewRecord(string address, DateOnly acquired, IReadOnlyList<OwnerRecord> owners, int k = 0) => new(
        string.Create(CultureInfo.InvariantCulture, $"350502{Serial / 1000 % 1000:000}{Serial % 1000:000}GB{k + 1:00000}F{Serial:00000000}"),
        string.Create(CultureInfo.InvariantCulture, $"闽({acquired.Year})泉州市不动产权第{Serial * 2 + k:0000000}号"),
        address, PropertyUse.Residential, acquired, owners is [] ? ParentsOwn() : owners, [.. Cast.OnForm.Select(person => person.IdNo)]);

    /// <summary>The child is on the grandparents' book; the parents are registered elsewhere.</summary>
    public (Person Grandfather, Person Grandmother) OnGrandparentsBook()
    {
        var (grandfather, grandmother) = (Cast.Elder(Sex.Male, Cast.Surname), Cast.Elder(Sex.Female, Names.Surname(Chance)));
        Household = HouseholdOf(Registered, grandfather, [(grandfather, HouseholdRelation.Householder),
            (grandmother, HouseholdRelation.Spouse), .. Cast.Children.Select(child => (child, HouseholdRelation.Grandchild))]);
        Settle(SoonAfterBirth());
        return (grandfather, grandmother);
    }

    public HouseholdRecord HouseholdOf(Place place, Person householder, IEnumerable<(Person Person, HouseholdRelation Relation)> members, int k = 0) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{place.AreaCode}9{Serial * 2 + k:00000000}"), HouseholdType.Family, householder.Name,
            place.Address, place.AreaCode, $"第{Chance.Pick(["一", "二", "三", "四"])}派出所",
            [.. members.Select(member => new MemberRecord(member.Person.Name, member.Person.IdNo, member.Relation, Cast.LastBirth, MovedFrom: null))]);

    public void Misbehave(Department department, Behavior behavior) =>
        Behaviors.AddRange(Cast.Children.Select(child => new BehaviorRecord(Departments.Path(department), child.IdNo, behavior)));

    private DateOnly SoonAfterBirth() => Cast.LastBirth.AddDays(Chance.Between(10, 60));

    private HouseholdRecord ParentsHousehold(Place place)
    {
        var (head, partner) = Cast.Shape switch
        {
            FamilyShape.Parents or FamilyShape.UncleWithoutAppointment => (Cast.Father, Cast.Mother),
            _ => (Cast.Applicant, null),
        };
        var relation = Cast.Shape is FamilyShape.AppointedGuardian ? HouseholdRelation.Other : HouseholdRelation.Child;
        IEnumerable<(Person, HouseholdRelation)> spouse = partner is null ? [] : [(partner, HouseholdRelation.Spouse)];
        return HouseholdOf(place, head, [(head, HouseholdRelation.Householder), .. spouse, .. Cast.Children.Select(child => (child, relation))]);
    }

    private OwnerRecord[] ParentsOwn() => (Cast.Shape, Chance.Below(3)) switch
    {
        (FamilyShape.Parents, 0) => [Owner.Half(Cast.Father), Owner.Half(Cast.Mother)],
        (FamilyShape.Parents, 1) => [Owner.Unwritten(Cast.Father), Owner.Unwritten(Cast.Mother)],
        (FamilyShape.UncleWithoutAppointment, _) => [Owner.Alone(Cast.Father)],
        _ => [Owner.Alone(Cast.Applicant)],
    };
}
