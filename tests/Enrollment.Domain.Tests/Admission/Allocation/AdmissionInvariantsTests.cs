using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;
using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Tests.Admission.Allocation;

public sealed class AdmissionInvariantsTests
{
    /// <summary>School 1 is near, school 3 far; two children of its zone for the one place of school 1, twins, and one who ranks.</summary>
    private static readonly AdmissionList List = Rounds.Of(
        [Rounds.School(1, 1), Rounds.School(2, 2), Rounds.School(3, 4)], [Rounds.Single(1, 1), Rounds.Multi(2, 1, 2)],
        Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1) },
        Rounds.Child(2) with { Zone = Rounds.ZoneNumber(1) },
        Rounds.Child(3) with { Bundle = 5 },
        Rounds.Child(4) with { Bundle = 5 },
        Rounds.Child(5) with { ChoiceZone = Rounds.ZoneNumber(2), Choices = [Rounds.Code(2)] });

    private static readonly AdmissionResult Right = Of(List,
        [(1, 1, 1, "area"), (2, 2, 2, "rest"), (3, 3, 3, "rest"), (4, 3, 3, "rest"), (5, 4, 2, "zone")],
        new CutOff("area", Rounds.Code(1), 1, 2, 1, Rounds.Ticket(1)),
        new CutOff("zone", Rounds.Code(2), 2, 1, 1, null),
        new CutOff("rest", Rounds.Code(2), 1, 1, 1, null),
        new CutOff("rest", Rounds.Code(3), 4, 2, 2, null));

    [Fact]
    public void Check_RightResult_FindsNothing() => Assert.Empty(AdmissionInvariants.Check(List, Right));

    public static TheoryData<AdmissionViolationCode, string, Func<AdmissionResult, AdmissionResult>> Wrongs => new()
    {
        { ChildTwice, "a child twice", r => r with { Places = [.. r.Places, r.Places[0]] } },
        { ChildUnknown, "a stranger", r => r with { Places = [.. r.Places, r.Places[0] with { Ticket = Rounds.Ticket(9) }] } },
        { ChildWithoutOutcome, "a child left out", r => r with { Places = [.. r.Places.Skip(1)] } },
        { ChildWithoutOutcome, "no school although nobody may end so", r => With(r, 1, p => p with { School = null, Stage = null }) },
        { ChildWithoutOutcome, "a school there is not", r => With(r, 1, p => p with { School = Rounds.Code(9) }) },
        { PlaceNotOffered, "not the school of the zone", r => With(r, 1, p => p with { School = Rounds.Code(3) }) },
        { PlaceNotOffered, "by a stage the child takes no part in", r => With(r, 2, p => p with { Stage = "zone", School = Rounds.Code(2) }) },
        { AbovePlan, "both at a school with one place", r => With(r, 2, p => p with { Stage = "area", School = Rounds.Code(1) }) },
        { BundleApart, "twins at two schools", r => With(r, 3, p => p with { School = Rounds.Code(2) }) },
        { BundleApart, "twins with two numbers", r => With(r, 3, p => p with { Lot = 5 }) },
        { LotsNotDrawn, "a number twice", r => With(r, 1, p => p with { Lot = 2 }) },
        { LotsNotDrawn, "a number missing", r => With(r, 5, p => p with { Lot = 9 }) },
        { PassedOver, "the later lot at the area school", r => With(With(r, 1, p => p with { School = Rounds.Code(2), Stage = "rest" }), 2, p => p with { School = Rounds.Code(1), Stage = "area" }) },
        { PassedOver, "a choice with room not given", r => With(r, 5, p => p with { School = Rounds.Code(3), Stage = "rest" }) },
        { PassedOver, "a nearer school with room not given", r => With(r, 2, p => p with { School = Rounds.Code(3) }) },
        { WalksTooFar, "a nearer school with room not given", r => With(r, 2, p => p with { School = Rounds.Code(3) }) },
        { CutOffWrong, "another figure", r => r with { CutOffs = [r.CutOffs[0] with { Admitted = 2 }, .. r.CutOffs.Skip(1)] } },
        { CutOffWrong, "another last child", r => r with { CutOffs = [r.CutOffs[0] with { Last = Rounds.Ticket(2) }, .. r.CutOffs.Skip(1)] } },
        { CutOffWrong, "one of no stage", r => r with { CutOffs = [.. r.CutOffs, r.CutOffs[0] with { Stage = "other" }] } },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void Check_WrongResult_NamesIt(AdmissionViolationCode code, string what, Func<AdmissionResult, AdmissionResult> spoil)
    {
        var violations = AdmissionInvariants.Check(List, spoil(Right));

        Assert.True(violations.Any(violation => violation.Code == code), $"{what}: {string.Join(", ", violations)}");
    }

    [Fact]
    public void Wrongs_OfAllCodes_AreThere() =>
        Assert.Equal(Enum.GetValues<AdmissionViolationCode>(), Wrongs.Select(row => (AdmissionViolationCode)row[0]!).Distinct().Order());

    [Fact]
    public void Check_TwoWhoCouldExchangeAndWalkLess_IsNoted()
    {
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [], Rounds.Child(1), Rounds.Child(2) with { Area = 2 });
        list = list with { Areas = [new HomeArea(1, [100, 900]), new HomeArea(2, [900, 100])] };
        var crossed = Of(list, [(1, 1, 2, "rest"), (2, 2, 1, "rest")], new CutOff("rest", Rounds.Code(1), 1, 1, 1, null), new CutOff("rest", Rounds.Code(2), 1, 1, 1, null));

        Assert.Equal([WalksTooFar], AdmissionInvariants.Check(list, crossed).Select(violation => violation.Code));
    }

    /// <summary>A bundle may bring one more child than the plan has places only where the round's mode says so.</summary>
    [Theory]
    [InlineData(BundleMode.OverAdmit, true)]
    [InlineData(BundleMode.PreDraw, false)]
    public void Check_ABundleAbovePlan_IsAllowedByOverAdmitAlone(BundleMode mode, bool isAllowed)
    {
        var twin = Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1), Bundle = 1 };
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [Rounds.Single(1, 1)], twin, twin with { Ticket = Rounds.Ticket(2) }) with { Bundles = mode };
        var result = Of(list, [(1, 1, 1, "area"), (2, 1, 1, "area")], new CutOff("area", Rounds.Code(1), 1, 2, 2, null));

        Assert.Equal(isAllowed, AdmissionInvariants.Check(list, result).All(violation => violation.Code is not AbovePlan));
    }

    private static AdmissionResult Of(AdmissionList list, (int Ticket, int Lot, int School, string Stage)[] places, params CutOff[] cutOffs) =>
        new(list, [.. places.Select(place => new AdmissionPlace(Rounds.Ticket(place.Ticket), place.Lot, Rounds.Code(place.School), place.Stage))], cutOffs);

    private static AdmissionResult With(AdmissionResult result, int ticket, Func<AdmissionPlace, AdmissionPlace> change) =>
        result with { Places = [.. result.Places.Select(place => place.Ticket == Rounds.Ticket(ticket) ? change(place) : place)] };
}
