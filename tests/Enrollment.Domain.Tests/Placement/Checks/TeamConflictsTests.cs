using CsCheck;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;

namespace Enrollment.Domain.Tests.Placement.Checks;

public sealed class TeamConflictsTests
{
    private static readonly string[] Teams = ["t1", "t2", "t3"];

    private static readonly Gen<PlacementList> Barred = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3].Array[2, 6], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2]).Array[0, 5])
        .Select((classes, pupils, barred) => With(
            Lists.Of([.. Enumerable.Repeat(6, classes)], [.. pupils.Select(apart => apart == 0 ? "M" : $"M a{apart}")]), Teams[..classes],
            [.. barred.Select(pair => (Teams[pair.Item2 % classes], pair.Item1 % pupils.Length)).Distinct()]));

    [Fact]
    public void Conflicts_ATeamBarredFromItsOnlyClass_IsNamedWithTheChild()
    {
        var conflict = Single(With(Lists.Of([4], "M", "F"), ["t1"], [("t1", 1)]));

        Assert.Equal((1, 1), (conflict.Teams, conflict.Classes));
        Assert.Equal("TeamsBarred [Barred t1: 1]", PlacementCheckTests.Written(conflict));
    }

    [Fact]
    public void Conflicts_TwoTeamsWhoseChildrenMightShareTheOneClassLeft_AreNamed()
    {
        // Of two classes the draw may seat both children in one: then neither team can take it.
        var conflict = Single(With(Lists.Of([3, 3], "M", "M", "F", "F"), ["t1", "t2"], [("t1", 0), ("t2", 2)]));

        Assert.Equal((2, 1), (conflict.Teams, conflict.Classes));
        Assert.Equal("TeamsBarred [Barred t1: 0; Barred t2: 2]", PlacementCheckTests.Written(conflict));
    }

    [Fact]
    public void Conflicts_TheSameChildrenWhoMustBeApart_AreNone() =>
        Assert.Empty(PlacementCheck.Conflicts(With(Lists.Of([3, 3], "M a1", "M", "F a1", "F"), ["t1", "t2"], [("t1", 0), ("t2", 2)])));

    [Theory]
    [InlineData(10, 6)]
    [InlineData(40, 30)]
    [InlineData(2_000, 1_900)]
    public void Conflicts_OneChildATeamForMostTeams_AreNone(int classes, int barred)
    {
        var list = Lists.Of([.. Enumerable.Repeat(5, classes)], [.. Enumerable.Repeat("M", 2 * classes), .. Enumerable.Repeat("F", 2 * classes)]);

        Assert.Empty(PlacementCheck.Conflicts(With(list, [.. Enumerable.Range(0, classes).Select(t => $"t{t}")], [.. Enumerable.Range(0, barred).Select(t => ($"t{t}", t))])));
    }

    [Fact]
    public void Conflicts_OneOrderAmongFortyThousand_IsNotLeftToTenThousandShuffles()
    {
        // Team t can take class t only (its child is pinned in every other): there is an order, and the draw would miss it four times in five.
        var list = Lists.Of([.. Enumerable.Repeat(2, 8)], [.. Enumerable.Range(1, 8).Select(c => $"M p{c}"), .. Enumerable.Repeat("F", 8)]);
        var barred = Enumerable.Range(0, 8).SelectMany(t => Enumerable.Range(0, 8).Where(c => c != t).Select(c => ($"t{t}", c)));

        Assert.Equal(8, Single(With(list, [.. Enumerable.Range(0, 8).Select(t => $"t{t}")], [.. barred])).Teams);
    }

    [Fact]
    public void Conflicts_AListThatPasses_HasEnoughOrdersOfTeamsForEveryGrouping() => Barred.Sample(list =>
    {
        if (PlacementCheck.Conflicts(list).Count > 0)
            return;
        foreach (var groups in Groupings(new int[list.Rows.Count], 0, list.Classes).Where(groups => PlacementRules.FirstBroken(list, groups) is null))
        {
            var orders = Orders([.. list.Teams!]).ToArray();
            var allowed = orders.Count(order => list.Barred.All(pair => order[groups[list.Rows.ToList().FindIndex(row => row.Row == pair.Row)] - 1] != pair.Team));
            Assert.True(allowed * 400 >= orders.Length);
        }
    }, iter: 1_000);

    private static PlacementConflict.TeamsBarred Single(PlacementList list) =>
        Assert.IsType<PlacementConflict.TeamsBarred>(Assert.Single(PlacementCheck.Conflicts(list)));

    private static PlacementList With(PlacementList list, string[] teams, (string Team, int Row)[] barred) =>
        list with { Teams = teams, Barred = [.. barred.Select(pair => new BarredTeam(pair.Team, list.Rows[pair.Row].Row))] };

    private static IEnumerable<int[]> Groupings(int[] groups, int next, int classes)
    {
        if (next == groups.Length)
        {
            yield return groups;
            yield break;
        }
        for (var g = 1; g <= classes; g++)
        {
            groups[next] = g;
            foreach (var found in Groupings(groups, next + 1, classes))
                yield return found;
        }
    }

    private static IEnumerable<string[]> Orders(string[] teams) => teams.Length == 0
        ? [[]]
        : teams.SelectMany(first => Orders([.. teams.Where(team => team != first)]).Select(rest => (string[])[first, .. rest]));
}
