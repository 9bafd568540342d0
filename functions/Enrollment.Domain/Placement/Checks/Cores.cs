namespace Enrollment.Domain.Placement.Checks;

/// <summary>The smallest sets of rules that cannot hold together found so far.</summary>
internal sealed class Cores(ListRoom room)
{
    private readonly List<PlacementConflict> _found = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<RuleItem> _used = [];
    private long _work = 400_000_000;

    public IReadOnlyList<PlacementConflict> Found => _found;

    /// <summary>All rules of the list.</summary>
    public IReadOnlyList<RuleItem> Items { get; } = RuleItem.Of(room.List);

    /// <summary>Keeps the smallest part of these that cannot hold together, if there is one and it is new.</summary>
    public void Shrink(IReadOnlyList<RuleItem> suspects)
    {
        if (FeasibilitySearch.Run(FeasibilityProblem.Of(room, suspects), ref _work) is Feasibility.Impossible)
            Keep(suspects);
    }

    /// <summary>Can the rules that no set found so far needs hold together? If not, there is one more set.</summary>
    public Feasibility SearchTheRest(long work)
    {
        List<RuleItem> rest = [.. Items.Where(item => !_used.Contains(item))];
        var answer = FeasibilitySearch.Run(FeasibilityProblem.Of(room, rest), ref work);
        if (answer is Feasibility.Impossible)
            Keep(rest);
        return answer;
    }

    private void Keep(IReadOnlyList<RuleItem> suspects)
    {
        var (items, isSmallest) = MinimalRules.Of(room, suspects, ref _work);
        // Rules about everybody stay: what else they are part of is to be found as well.
        _used.UnionWith(items.All(item => item.Row < 0) ? items : items.Where(item => item.Row >= 0));
        if (_known.Add(string.Join(' ', items.Order(Comparer<RuleItem>.Create((x, y) => (x.Kind, x.Number, x.Row).CompareTo((y.Kind, y.Number, y.Row)))))))
            _found.Add(ConflictKinds.Of(room, items, isSmallest));
    }
}
