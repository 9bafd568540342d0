namespace Enrollment.Domain.Placement.Checks;

/// <summary>Impossibilities that counting shows and trying would not in a lifetime: a class with 25 boys' seats takes twelve pairs of boys, however they are dealt.</summary>
internal static class SeatBounds
{
    public static bool AreBroken(FeasibilityProblem problem)
    {
        if (!problem.HasSeats)
            return problem.Blocks.SelectMany(block => block.Sets).CountBy(set => set).Any(set => set.Value > problem.Groups);
        return IsBroken(problem, demand => demand.Boys, g => problem.Boys[g])
            || IsBroken(problem, demand => demand.Girls, g => problem.Girls[g])
            || IsBroken(problem, demand => demand.Pupils, g => problem.Boys[g] + problem.Girls[g])
            || IsBroken(problem, demand => demand.SpecialNeeds, g => problem.Special[g] + (problem.ExtraSpecial > 0 ? 1 : 0))
            || AreSetsBroken(problem);
    }

    private static bool IsBroken(FeasibilityProblem problem, Func<Demand, int> of, Func<int, int> seats)
    {
        var demands = problem.Blocks.Select(block => of(block.Demand)).Where(demand => demand > 1).CountBy(demand => demand).OrderByDescending(demand => demand.Key);
        var blocks = 0;
        foreach (var (size, count) in demands)
        {
            blocks += count;
            if (Enumerable.Range(0, problem.Groups).Sum(g => seats(g) / size) < blocks)
                return true;
        }
        return false;
    }

    /// <summary>Each block of an apart set needs a group of its own that it fits at all.</summary>
    private static bool AreSetsBroken(FeasibilityProblem problem)
    {
        var kinds = Enumerable.Range(0, problem.Groups).CountBy(g => (Boys: problem.Boys[g], Girls: problem.Girls[g], Special: problem.Special[g])).ToArray();
        var extra = problem.ExtraSpecial > 0 ? 1 : 0;
        return problem.Blocks.SelectMany(block => block.Sets.Select(set => (Set: set, block.Demand))).GroupBy(pair => pair.Set, pair => pair.Demand)
            .Any(set => kinds.Where(kind => set.Any(demand => Fits(demand, kind.Key, extra))).Sum(kind => kind.Value) < set.Count());
    }

    private static bool Fits(Demand demand, (int Boys, int Girls, int Special) kind, int extra) =>
        demand.Boys <= kind.Boys && demand.Girls <= kind.Girls && demand.SpecialNeeds <= kind.Special + extra;
}
