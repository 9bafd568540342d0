namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// The draw seats pupils first and gives teams afterwards: pupils it happens to put together, or to scatter, could leave a team without a class. Whether
/// it might is asked before sealing, since nobody can draw again.
/// </summary>
internal static class TeamConflicts
{
    private const int MostSeatings = 20_000;

    public static IEnumerable<PlacementConflict> Of(PlacementList list)
    {
        var room = ListRoom.Of(list);
        var rows = list.Barred.Select(pair => pair.Row).ToHashSet();
        var indexes = list.Rows.Select((row, i) => (row.Row, i)).Where(pair => rows.Contains(pair.Row)).ToDictionary(pair => pair.Row, pair => pair.i);
        if (indexes.Count == 0 || list.Barred.Distinct().Count() < list.Classes)
            return [];
        var problem = FeasibilityProblem.Of(room, RuleItem.Of(list));
        var children = BarredChildren(list, problem, indexes);
        var ofTeam = children.SelectMany(child => child.Teams).CountBy(team => team).Select(team => team.Value).OrderDescending().ToArray();
        var mightFail = ofTeam.Select((count, i) => count >= list.Classes - i).Any(isEnough => isEnough);
        return mightFail && new TeamSeatings(list.Teams!, children, room.Largest, MostSeatings).FirstWithoutTeams() is { } conflict ? [conflict] : [];
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
