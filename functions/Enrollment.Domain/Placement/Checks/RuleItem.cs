namespace Enrollment.Domain.Placement.Checks;

/// <summary>The smallest thing that can be taken away from a list's rules: one pupil's part in one of them, or a rule about all.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Number">The bundle, the apart set, or the class.</param>
/// <param name="Row">Index of the pupil in the list.</param>
internal readonly record struct RuleItem(RuleKind Kind, int Number, int Row)
{
    public static readonly RuleItem Sexes = new(RuleKind.Sexes, 0, -1);
    public static readonly RuleItem SpecialNeeds = new(RuleKind.SpecialNeeds, 0, -1);

    /// <summary>All of a list, what belongs together side by side.</summary>
    public static List<RuleItem> Of(PlacementList list)
    {
        var items = new List<RuleItem>();
        for (var i = 0; i < list.Rows.Count; i++)
        {
            var row = list.Rows[i];
            if (row.Bundle is { } bundle)
                items.Add(new RuleItem(RuleKind.Together, bundle, i));
            if (row.Pin is { } pin)
                items.Add(new RuleItem(RuleKind.Pinned, pin, i));
            foreach (var set in row.ApartSets)
                items.Add(new RuleItem(RuleKind.Apart, set, i));
        }
        items.Sort((x, y) => (x.Kind, x.Number, x.Row).CompareTo((y.Kind, y.Number, y.Row)));
        return [Sexes, SpecialNeeds, .. items];
    }

    /// <summary>As the conflict names them.</summary>
    public static IReadOnlyList<ConflictRule> Rules(PlacementList list, IEnumerable<RuleItem> items) =>
        [.. items.GroupBy(item => (item.Kind, item.Number)).OrderBy(rule => rule.Key).Select(rule => Rule(rule.Key.Kind, rule.Key.Number, RowsOf(list, rule)))];

    private static RowCode[] RowsOf(PlacementList list, IEnumerable<RuleItem> items) =>
        [.. items.Where(item => item.Row >= 0).Select(item => list.Rows[item.Row].Row).Order()];

    private static ConflictRule Rule(RuleKind kind, int number, RowCode[] rows) => kind switch
    {
        RuleKind.Together => new ConflictRule.Together(number, rows),
        RuleKind.Pinned => new ConflictRule.Pinned(number, rows),
        RuleKind.Apart => new ConflictRule.Apart(number, rows),
        RuleKind.Sexes => new ConflictRule.Sexes(),
        RuleKind.SpecialNeeds => new ConflictRule.SpecialNeeds(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>Rules that can be taken away.</summary>
internal enum RuleKind
{
    Together,
    Pinned,
    Apart,
    Sexes,
    SpecialNeeds,
}
