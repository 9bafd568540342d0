using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Tests.Admission.Allocation;

public sealed class AllocateTests
{
    /// <summary>Unadmitted C1 children are coordinated before multi-school zones are filled; those who have yet to choose are not swept along.</summary>
    [Fact]
    public void Admit_ChildYetToBeTriedAtItsChoices_IsNotCoordinatedBefore()
    {
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [Rounds.Multi(1, 1, 2)],
            Rounds.Child(1) with { ChoiceZone = Rounds.ZoneNumber(1), Choices = [Rounds.Code(2)] });
        list = list with { Stages = [Rounds.Stage("early", StageKind.Coordinated, "C1"), .. list.Stages] };

        Assert.Equal((Rounds.Code(2), "zone"), PlaceOf(list, [1], 1));
    }

    [Fact]
    public void Admit_EarlierDate_ComesBeforeABetterLot()
    {
        var child = Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1), Settled = new DateOnly(2020, 5, 1) };
        var list = Dated(child, child with { Ticket = Rounds.Ticket(2), Settled = new DateOnly(2020, 4, 30) });

        Assert.Equal("rest", PlaceOf(list, [1, 2], 1).Stage);
        Assert.Equal("area", PlaceOf(list, [1, 2], 2).Stage);
    }

    [Fact]
    public void Admit_SameDate_IsDecidedByTheParentsAndAMissingOneComesLast()
    {
        var child = Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1), Settled = new DateOnly(2020, 5, 1) };
        var list = Dated(child, child with { Ticket = Rounds.Ticket(2), ParentSettled = new DateOnly(2019, 1, 1) });

        Assert.Equal("area", PlaceOf(list, [1, 2], 2).Stage);
    }

    [Fact]
    public void Admit_LotSchool_LooksAtNoDate()
    {
        var child = Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1), Settled = new DateOnly(2024, 5, 1) };
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [Rounds.Single(1, 1)], child, child with { Ticket = Rounds.Ticket(2), Settled = new DateOnly(2018, 1, 1) });

        Assert.Equal("area", PlaceOf(list, [1, 2], 1).Stage);
    }

    /// <summary>Twins hold lot 2 behind a single child, with one place left to them.</summary>
    [Theory]
    [InlineData(BundleMode.OverAdmit, "area", "area")]
    [InlineData(BundleMode.PreDraw, "rest", "area")]
    public void Admit_TwinsAtTheLastPlace_ComeAlongOrDrawFirst(BundleMode mode, string alone, string twins)
    {
        var child = Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1) };
        var twin = child with { Ticket = Rounds.Ticket(2), Bundle = 1 };
        var list = Rounds.Of([Rounds.School(1, 2), Rounds.School(2, 3)], [Rounds.Single(1, 1)], child, twin, twin with { Ticket = Rounds.Ticket(3) }) with { Bundles = mode };

        Assert.Equal((alone, twins, twins), (PlaceOf(list, [1, 2, 2], 1).Stage, PlaceOf(list, [1, 2, 2], 2).Stage, PlaceOf(list, [1, 2, 2], 3).Stage));
    }

    [Fact]
    public void Admit_NoSchoolWithRoomForTwins_PutsThemTogetherAbovePlanInTheEnd()
    {
        var twin = Rounds.Child(1) with { Bundle = 1 };
        var other = Rounds.Child(3) with { Zone = Rounds.ZoneNumber(1) };
        var list = Rounds.Of([Rounds.School(1, 2), Rounds.School(2, 1)], [Rounds.Single(1, 1)], twin, twin with { Ticket = Rounds.Ticket(2) }, other);

        var result = Allocate.Admit(list, Lots(list, [1, 1, 2]));

        Assert.All(result.Places.Take(2), place => Assert.Equal(Rounds.Code(1), place.School));
        Assert.Empty(AdmissionInvariants.Check(list, result));
    }

    /// <summary>The one with the better lot would walk 100 m to school 1, but both together walk less the other way round.</summary>
    [Fact]
    public void Admit_Coordinated_WalksLeastTogether()
    {
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [], Rounds.Child(1), Rounds.Child(2) with { Area = 2 });
        list = list with { Areas = [new HomeArea(1, [100, 200]), new HomeArea(2, [100, 900])] };

        Assert.Equal(Rounds.Code(2), PlaceOf(list, [1, 2], 1).School);
    }

    [Fact]
    public void Admit_EqualSums_LetTheLotDecideAndNotTheArea()
    {
        var list = Rounds.Of([Rounds.School(1, 1), Rounds.School(2, 1)], [], Rounds.Child(1), Rounds.Child(2) with { Area = 2 });
        list = list with { Areas = [new HomeArea(1, [100, 300]), new HomeArea(2, [100, 300])] };

        Assert.Equal(Rounds.Code(1), PlaceOf(list, [1, 2], 1).School);
        Assert.Equal(Rounds.Code(1), PlaceOf(list, [2, 1], 2).School);
    }

    [Fact]
    public void Admit_FaultyListOrOthersLots_IsAMistakeOfTheCaller()
    {
        var list = Rounds.Of([Rounds.School(1, 2)], [], Rounds.Child(1), Rounds.Child(2));

        Assert.Throws<ArgumentException>(() => Allocate.Admit(list with { Year = 0 }, Rounds.Seed(1)));
        Assert.Throws<ArgumentException>(() => Allocate.Admit(list, Lots(list, [1, 3])));
        Assert.Throws<ArgumentException>(() => Allocate.Admit(list, Lots(list, [1, 1])));
    }

    private static AdmissionList Dated(params AdmissionRow[] rows) =>
        Rounds.Of([Rounds.School(1, 1) with { Method = AdmissionMethod.SettlementDate }, Rounds.School(2, 1)], [Rounds.Single(1, 1)], rows);

    private static (SchoolCode? School, string? Stage) PlaceOf(AdmissionList list, int[] lots, int ticket) =>
        Allocate.Admit(list, Lots(list, lots)).Places.Single(place => place.Ticket == Rounds.Ticket(ticket)) is var place ? (place.School, place.Stage) : default;

    private static AdmissionLots Lots(AdmissionList list, int[] lots) =>
        new(list.Rows.Select((row, i) => (row.Ticket, Lot: lots[i])).ToDictionary(pair => pair.Ticket, pair => pair.Lot), [.. list.Schools.Select(school => school.Code)]);
}
