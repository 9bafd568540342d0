namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// The draw seats pupils first and gives teams afterwards: pupils it happens to put together, or to scatter, could leave a team without a class. Whether
/// it might is asked before sealing, since nobody can draw again.
/// </summary>
internal static class TeamConflicts
{
    // The draw shuffles 10,000 times: where one order in 400 will do, it ends without teams once in 10^10.
    internal const int FewestInOne = 400;
    private const int MostSeatings = 20_000;
    private const int MostTeamsCounted = 12;

    public static IEnumerable<PlacementConflict> Of(PlacementList list)
    {
        var room = ListRoom.Of(list);
        var rows = list.Barred.Select(pair => pair.Row).ToHashSet();
        var indexes = list.Rows.Select((row, i) => (row.Row, i)).Where(pair => rows.Contains(pair.Row)).ToDictionary(pair => pair.Row, pair => pair.i);
        if (indexes.Count == 0)
            return [];
        var children = BarredChildren(list, FeasibilityProblem.Of(room, RuleItem.Of(list)), indexes);
        if (IsEasy(list.Classes, children))
            return [];
        var seatings = new TeamSeatings(list.Teams!, children, room.Largest, MostSeatings);
        var conflict = list.Classes <= MostTeamsCounted ? seatings.FirstWithoutTeams() : seatings.AllTogether();
        return conflict is null ? [] : [conflict];
    }

    /// <summary>
    /// Whoever sits where: gives the barred teams their classes one after the other, those barred most often first. With n classes left, a team barred
    /// from r of them at most gets an allowed one with a chance of (n - r) / n or more.
    /// </summary>
    private static bool IsEasy(int classes, BarredChild[] children)
    {
        var (allowed, all) = (System.Numerics.BigInteger.One, System.Numerics.BigInteger.One);
        var left = classes;
        foreach (var barred in children.SelectMany(child => child.Teams).CountBy(team => team).Select(team => team.Value).OrderDescending())
        {
            allowed *= Math.Max(0, left - barred);
            all *= left--;
        }
        return allowed * FewestInOne >= all;
    }

    private static BarredChild[] BarredChildren(PlacementList list, FeasibilityProblem problem, Dictionary<RowCode, int> indexes)
    {
        var teams = list.Barred.Distinct().ToLookup(pair => indexes[pair.Row], pair => pair.Team);
        var blockOf = problem.Blocks.SelectMany(block => block.Rows.Select(row => (row, block))).ToDictionary(pair => pair.row, pair => pair.block);
        return [.. indexes.Values.Order().GroupBy(row => blockOf.TryGetValue(row, out var block) ? block.Rows[0] : row).Select(rows =>
        {
            var (heads, sets) = blockOf.TryGetValue(rows.First(), out var block) ? (block.Rows.Length, block.Sets) : (1, []);
            string[] barred = [.. rows.SelectMany(row => teams[row]).Distinct(StringComparer.Ordinal)];
            return new BarredChild(heads, sets, barred, team => list.Rows[rows.First(row => teams[row].Contains(team, StringComparer.Ordinal))].Row);
        })];
    }
}

/// <summary>A pupil some teams must not get, with all who must share their class.</summary>
internal sealed record BarredChild(int Heads, int[] Sets, string[] Teams, Func<string, RowCode> RowFor);
