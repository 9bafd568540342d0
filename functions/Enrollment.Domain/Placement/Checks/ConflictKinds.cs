namespace Enrollment.Domain.Placement.Checks;

/// <summary>Gives rules that cannot hold together the name of what is wrong with them.</summary>
internal static class ConflictKinds
{
    public static PlacementConflict Of(ListRoom room, IReadOnlyList<RuleItem> items, bool isSmallest)
    {
        var rules = RuleItem.Rules(room.List, items);
        var named = items.Where(item => item.Row >= 0).ToArray();
        if (named.Length == 0)
            return new PlacementConflict.SpecialNeedsUnspreadable(rules);
        if (named is [{ Kind: RuleKind.Pinned } pin])
            return Pin(room, rules, pin.Number);
        var problem = FeasibilityProblem.Of(room, items);
        if (problem.Blocks.Any(block => block.IsContradictory))
            return Contradiction(rules, named);
        var kinds = named.Select(item => (item.Kind, item.Number)).Distinct().ToArray();
        if (kinds is [{ Kind: RuleKind.Apart } set])
            return new PlacementConflict.ApartSetTooLarge(rules, room.List.Rows.Count(row => row.ApartSets.Contains(set.Number)), room.List.Classes);
        return problem.Blocks.Count == 1 && named.All(item => item.Kind is not RuleKind.Apart)
            ? Block(rules, kinds, problem.Blocks[0].Rows, room)
            : new PlacementConflict.Unsatisfiable(rules, isSmallest);
    }

    private static PlacementConflict Pin(ListRoom room, IReadOnlyList<ConflictRule> rules, int number)
    {
        if (number > room.List.Classes)
            return new PlacementConflict.PinToNoClass(rules, number, room.List.Classes);
        if (room.TooSmallForPins is { } small)
            return new PlacementConflict.PinNeedsEvenRoom([.. rules, new ConflictRule.Capacity(small, room.List.Capacities[small - 1])], small, room.List.Capacities[small - 1], room.Largest);
        return new PlacementConflict.Unsatisfiable(rules, IsSmallest: true);
    }

    /// <summary>Of two pins that contradict each other there is one item each; other pins only join.</summary>
    private static PlacementConflict Contradiction(IReadOnlyList<ConflictRule> rules, RuleItem[] named) =>
        named.Any(item => item.Kind is RuleKind.Apart) ? new PlacementConflict.TogetherAndApart(rules) : new PlacementConflict.PinsContradict(rules);

    private static PlacementConflict Block(IReadOnlyList<ConflictRule> rules, (RuleKind Kind, int Number)[] kinds, int[] witnesses, ListRoom room)
    {
        switch (kinds)
        {
            case [{ Kind: RuleKind.Together } bundle]:
                return new PlacementConflict.BundleTooLarge(rules, DemandOf(room, row => row.Bundle == bundle.Number));
            case [{ Kind: RuleKind.Pinned } pin]:
                return new PlacementConflict.ClassOverPinned(rules, DemandOf(room, row => row.Pin == pin.Number));
            default:
                var rows = witnesses.Select(i => room.List.Rows[i].Row).ToHashSet();
                return new PlacementConflict.BlockTooLarge(rules, DemandOf(room, row => rows.Contains(row.Row)));
        }
    }

    private static Demand DemandOf(ListRoom room, Func<PlacementRow, bool> isOne)
    {
        var rows = room.List.Rows.Where(isOne).ToArray();
        var boys = rows.Count(row => row.Sex is Identity.Sex.Male);
        return new Demand(rows.Length, boys, rows.Length - boys, rows.Count(row => row.SpecialNeeds));
    }
}
