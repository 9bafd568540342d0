namespace Enrollment.Domain.Placement.Checks;

/// <summary>Rules that a look at one block or one set shows to be too much.</summary>
internal static class DirectSuspects
{
    public static IEnumerable<IReadOnlyList<RuleItem>> Of(ListRoom room, IReadOnlyList<RuleItem> items)
    {
        foreach (var pin in items.Where(item => item.Kind is RuleKind.Pinned && item.Number > room.List.Classes))
            yield return [pin];
        // Each pin is too much where a class is too small for one; one of them says it all.
        if (room.TooSmallForPins is not null && items.Any(item => item.Kind is RuleKind.Pinned))
            yield return [items.First(item => item.Kind is RuleKind.Pinned)];
        var problem = FeasibilityProblem.Of(room, items);
        foreach (var chain in Chains(room, problem))
            yield return chain;
        foreach (var block in problem.Blocks.Where(block => !block.IsContradictory && !FitsSomewhere(problem, block)))
            yield return Joining(room, block);
        foreach (var set in items.Where(item => item.Kind is RuleKind.Apart).GroupBy(item => item.Number).Where(set => set.Count() > room.List.Classes))
            yield return [.. set.Take(room.List.Classes + 1)];
        if (room.Quotas is not null)
            yield return [RuleItem.Sexes, RuleItem.SpecialNeeds];
    }

    private static IEnumerable<IReadOnlyList<RuleItem>> Chains(ListRoom room, FeasibilityProblem problem)
    {
        Together[] contradictory = [.. problem.Blocks.Where(block => block.IsContradictory)];
        if (contradictory.Length == 0)
            return [];
        var chains = new ContradictionChains(room.List);
        return contradictory.SelectMany(chains.Of);
    }

    private static bool FitsSomewhere(FeasibilityProblem problem, Together block)
    {
        var extra = problem.ExtraSpecial > 0 ? 1 : 0;
        for (var g = 0; g < problem.Groups; g++)
        {
            if (block.Demand.Boys <= problem.Boys[g] && block.Demand.Girls <= problem.Girls[g] && block.Demand.SpecialNeeds <= problem.Special[g] + extra)
                return true;
        }
        return false;
    }

    private static List<RuleItem> Joining(ListRoom room, Together block)
    {
        List<RuleItem> items = [RuleItem.Sexes, RuleItem.SpecialNeeds];
        foreach (var i in block.Rows)
        {
            if (room.List.Rows[i].Bundle is { } bundle)
                items.Add(new RuleItem(RuleKind.Together, bundle, i));
            if (room.List.Rows[i].Pin is { } pin)
                items.Add(new RuleItem(RuleKind.Pinned, pin, i));
        }
        items.Sort((x, y) => (x.Kind is RuleKind.Together or RuleKind.Pinned, x.Kind, x.Number, x.Row).CompareTo((y.Kind is RuleKind.Together or RuleKind.Pinned, y.Kind, y.Number, y.Row)));
        return items;
    }
}
