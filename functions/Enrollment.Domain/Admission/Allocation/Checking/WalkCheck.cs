using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>
/// Could a coordinated stage have walked less? Then some children could be moved on, each to the school of the next, the last one to the
/// first's or to a free place, and the sum would fall: a cycle of negative length among the schools.
/// </summary>
internal static class WalkCheck
{
    private const long Never = long.MaxValue / 4;

    public static IEnumerable<AdmissionViolation> Find(ResultIndex index)
    {
        for (var stage = 0; stage < index.Taken.Length; stage++)
        {
            if (!index.IsCoordinated(stage))
                continue;
            foreach (var group in index.Taken[stage].Where(unit => index.Units.SizeOf(unit) == 1 && index.Stages[unit] == stage)
                .GroupBy(unit => index.Offers.GroupIn(stage, index.Units[unit])!.Value))
            {
                if (HasNegativeCycle(Moves(index, stage, [.. group])))
                    yield return new AdmissionViolation(WalksTooFar, index.Offers.List.Stages[stage].Code, index.Offers.List.Stages[stage].Groups[group.Key]);
            }
        }
    }

    /// <summary>For each pair of schools the least that moving one child from the first to the second adds; the last index stands for a free place.</summary>
    private static long[][] Moves(ResultIndex index, int stage, int[] units)
    {
        var schools = index.Fronts.Length;
        var moves = new long[schools + 1][];
        for (var from = 0; from <= schools; from++)
        {
            moves[from] = new long[schools + 1];
            Array.Fill(moves[from], Never);
        }
        foreach (var unit in units.DistinctBy(unit => (index.Units[unit].Area, index.Schools[unit])))
        {
            var (row, from) = (index.Units[unit], index.Schools[unit]);
            moves[schools][from] = 0;
            for (var to = 0; to < schools; to++)
            {
                if (index.Offers.IsOpen(stage, to))
                    moves[from][to] = Math.Min(moves[from][to], index.Offers.Meters(row, to) - index.Offers.Meters(row, from));
            }
        }
        for (var school = 0; school < schools; school++)
        {
            var taken = index.Fronts[school].TakenBefore(stage, index.EndOfGroup(stage, units[0]));
            if (index.Offers.IsOpen(stage, school) && taken < index.Offers.List.Schools[school].Plan)
                moves[school][schools] = 0;
        }
        return moves;
    }

    private static bool HasNegativeCycle(long[][] moves)
    {
        var distance = new long[moves.Length];
        for (var round = 0; round < moves.Length; round++)
        {
            var changed = false;
            for (var from = 0; from < moves.Length; from++)
            {
                for (var to = 0; to < moves.Length; to++)
                {
                    if (moves[from][to] >= Never || distance[from] + moves[from][to] >= distance[to])
                        continue;
                    (distance[to], changed) = (distance[from] + moves[from][to], true);
                }
            }
            if (!changed)
                return false;
        }
        return true;
    }
}
