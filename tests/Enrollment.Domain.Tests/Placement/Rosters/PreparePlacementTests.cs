using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Rosters;
using static Enrollment.Domain.Tests.Placement.Rosters.SomePupils;

namespace Enrollment.Domain.Tests.Placement.Rosters;

public sealed class PreparePlacementTests
{
    [Theory]
    [InlineData("T-000001", "60f7004391655a1f")]
    [InlineData("T-000002", "101b5728c05f079b")]
    public void RowOf_Ticket_IsTheStartOfItsHmac(string ticket, string row) => Assert.Equal(row, PreparePlacement.RowOf(ticket, Secrets).ToString());

    [Fact]
    public void From_Roster_ListsPupilsByRowCodeEachWithItsOwn()
    {
        var prepared = Prepare(Of(Enumerable.Range(1, 9).Select(number => Pupil(number) with { SpecialNeed = number == 4 ? "A1" : null, Fixed = number == 7 ? new FixedClass(2, "R1", "7") : null })));

        Assert.Equal(prepared.Pupils.Select(pupil => PreparePlacement.RowOf(pupil.TicketId, Secrets)).Order(), prepared.List.Rows.Select(row => row.Row));
        Assert.All(prepared.List.Rows.Zip(prepared.Pupils), pair => Assert.Equal(
            (PreparePlacement.RowOf(pair.Second.TicketId, Secrets), pair.Second.Sex, pair.Second.TicketId == "T-000004", pair.Second.TicketId == "T-000007" ? 2 : null),
            (pair.First.Row, pair.First.Sex, pair.First.SpecialNeeds, pair.First.Pin)));
    }

    [Fact]
    public void From_Roster_NamesSchoolYearRunAndRules()
    {
        var list = Prepare(Of(Pupil(1)), new PlacementOptions { SpecialNeedsCap = 3, Relief = 2 }).List;

        Assert.Equal(("LC-M01", 2026, "7k3mq9x2", PlacementMode.Lot, 3, 2), (list.School, list.Year, list.Run, list.Mode, list.SpecialNeedsCap, list.Relief));
        Assert.Equal([30, 30, 30], list.Capacities);
    }

    [Fact]
    public void From_WishTogether_IsABundle() =>
        Assert.Equal(["1 2", "3 4 5"], Prepare(Of(Pupil(1).With("x", BundleWish.Together), Pupil(2).With("x", BundleWish.Together), Pupil(3).With("y", BundleWish.Together),
            Pupil(4).With("y", BundleWish.Together), Pupil(5).With("y", BundleWish.Together), Pupil(6))).BundlesOf());

    [Fact]
    public void From_WishApart_IsAnApartSetAndNoBundle()
    {
        var prepared = Prepare(Of(Pupil(1).With("x", BundleWish.Apart), Pupil(2).With("x", BundleWish.Apart), Pupil(3)));

        Assert.Equal(["1 2"], prepared.ApartOf());
        Assert.Empty(prepared.BundlesOf());
    }

    [Fact]
    public void From_NamesThatSoundTheSame_AreApart() =>
        Assert.Equal(["1 2 3", "4 5"], Prepare(Of(Pupil(1, "张伟"), Pupil(2, "张伟"), Pupil(3, "章伟"), Pupil(4, "李明"), Pupil(5, "黎明"), Pupil(6, "李民"))).ApartOf());

    [Fact]
    public void From_NamesMayMeet_AreNotApart() =>
        Assert.Empty(Prepare(Of(Pupil(1, "张伟"), Pupil(2, "张伟")), new PlacementOptions { NamesApart = false }).ApartOf());

    [Fact]
    public void From_TwinsTogetherOfOneSound_StayTogether()
    {
        var prepared = Prepare(Of(Pupil(1, "林伟").With("x", BundleWish.Together), Pupil(2, "林玮伟").With("x", BundleWish.Together)));

        Assert.Equal(["1 2"], prepared.BundlesOf());
        Assert.Empty(prepared.ApartOf());
    }

    [Fact]
    public void From_TwinsTogetherAndAThirdOfOneSound_CountOnceAgainstIt()
    {
        var apart = Assert.Single(Prepare(Of(Pupil(1, "林伟").With("x", BundleWish.Together), Pupil(2, "林玮伟").With("x", BundleWish.Together), Pupil(3, "凌伟"))).ApartOf());

        Assert.Contains(apart, (string[])["1 3", "2 3"]);
    }

    [Fact]
    public void From_Teams_BarsTheRowOfAnOwnChild()
    {
        var prepared = Prepare(Of(Pupil(1), Pupil(2)) with { Teams = [new("t1", "甲", "T-000002"), new("t2", "乙", OwnChild: null), new("t3", "丙", "T-000001")] });

        Assert.Equal(["t1", "t2", "t3"], prepared.List.Teams!);
        Assert.Equal([new BarredTeam("t1", PreparePlacement.RowOf("T-000002", Secrets)), new BarredTeam("t3", PreparePlacement.RowOf("T-000001", Secrets))], prepared.List.Barred);
    }

    [Fact]
    public void From_Lot_HasNoTable()
    {
        var prepared = Prepare(Of(Pupil(1), Pupil(2)));

        Assert.Equal((null, null, null), (prepared.Attributes, prepared.List.Attributes, prepared.List.Search));
    }

    [Fact]
    public void From_LotThatSpreads_HasATableOfThatAlone()
    {
        var prepared = Prepare(Scored(), new PlacementOptions { Spread = [SpreadBy.Migrant, SpreadBy.PrimarySchool, SpreadBy.Migrant] });

        Assert.Equal(["primary-school", "migrant"], prepared.Attributes!.Attributes.Select(column => column.Name));
        Assert.True(prepared.Attributes.BelongsTo(prepared.List));
    }

    [Fact]
    public void From_Optimised_TablesEveryScoreAndGrouping()
    {
        var prepared = Prepare(Scored(), new PlacementOptions { Mode = PlacementMode.Optimised });

        var third = prepared.Pupils.Select(pupil => pupil.TicketId).ToList().IndexOf("T-000003");
        Assert.Equal(["score:语文", "score:数学", "total", "age", "sex", "special-needs", "primary-school", "boarding", "migrant", "category:特长"],
            prepared.Attributes!.Attributes.Select(column => column.Name));
        Assert.Equal([703, 803, 1506, 2], prepared.Attributes.Values[third].Take(4));
        Assert.True(prepared.Attributes.BelongsTo(prepared.List));
    }

    [Fact]
    public void From_Optimised_WarnsOfScores() =>
        Assert.Equal([PlacementWarning.ScoresUsed], Prepare(Scored(), new PlacementOptions { Mode = PlacementMode.Optimised }).Warnings);

    [Fact]
    public void From_LotOfARosterWithScores_WarnsOfNothing() => Assert.Empty(Prepare(Scored()).Warnings);

    [Fact]
    public void From_FixedClass_Warns() =>
        Assert.Equal([PlacementWarning.FixedPlacements], Prepare(Of(Pupil(1) with { Fixed = new FixedClass(1, "R1", "7") })).Warnings);

    [Fact]
    public void From_AnyRoster_GivesACanonicalListThatSaysNothingOfAPerson() => Rosters.Sample(roster =>
    {
        var prepared = Prepare(roster, new PlacementOptions { Mode = PlacementMode.Optimised });
        var lines = prepared.List.ToLines();

        var text = string.Join('\n', lines);
        Assert.Equal(lines, Assert.IsType<PlacementListReading.Read>(PlacementList.Parse(lines)).List.ToLines());
        Assert.DoesNotContain(roster.Pupils, pupil => text.Contains(pupil.TicketId, StringComparison.Ordinal) || text.Contains(pupil.Name.Value, StringComparison.Ordinal)
            || text.Contains(pupil.Bundle?.Id ?? "no bundle", StringComparison.Ordinal));
        Assert.NotNull(AttributeTable.Parse(prepared.Attributes!.ToLines()));
    }, iter: 200);

    [Fact]
    public void From_TheSamePupilsInAnotherOrder_GivesTheSameListAndTable() => Rosters.Sample(roster =>
    {
        var options = new PlacementOptions { Mode = PlacementMode.Optimised };
        var (one, other) = (Prepare(roster, options), Prepare(roster with { Pupils = [.. roster.Pupils.Reverse()] }, options));

        Assert.Equal(one.List.ToLines(), other.List.ToLines());
        Assert.Equal(one.Attributes!.ToLines(), other.Attributes!.ToLines());
    }, iter: 200);

    [Fact]
    public void From_AnotherSalt_ChangesTheTablesDigestAlone()
    {
        var options = new PlacementOptions { Mode = PlacementMode.Optimised };
        var (one, other) = (Prepare(Scored(), options), Prepare(Scored(), options, Secrets with { Salt = Digest.Of("other"u8) }));

        Assert.Equal(["attributes"], one.List.ToLines().Except(other.List.ToLines(), StringComparer.Ordinal).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void From_AnotherKey_ChangesEveryRowCode()
    {
        var other = Prepare(Scored(), secrets: Secrets with { RosterKey = Digest.Of("other"u8) });

        Assert.Empty(Prepare(Scored()).List.Rows.Select(row => row.Row).Intersect(other.List.Rows.Select(row => row.Row)));
    }

    [Fact]
    public void ToString_OfSecretsAndPupils_TellsNeither()
    {
        Assert.DoesNotContain("0001", Secrets.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("张", Pupil(1, "张伟").ToString(), StringComparison.Ordinal);
    }

    private static readonly Gen<Roster> Rosters = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Bool).Array[1, 40].Select(pupils => Of(pupils.Select((pupil, i) =>
        pupil.Item1 == 0 ? Pupil(i, "同名" + "甲乙丙丁戊"[pupil.Item2]) : pupil.Item1 == 1 ? Pupil(i).With($"家庭{pupil.Item2}", pupil.Item2 % 2 == 0 ? BundleWish.Together : BundleWish.Apart) : Pupil(i))));

    private static Roster Scored() => Of(Enumerable.Range(1, 6).Select(number => Pupil(number) with { Scores = [700 + number, 800 + number], Categories = [number == 1 ? "美术" : ""] }))
        with
    { ScoreNames = ["语文", "数学"], CategoryNames = ["特长"] };
}
