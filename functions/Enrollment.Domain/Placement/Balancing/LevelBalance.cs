namespace Enrollment.Domain.Placement.Balancing;

/// <summary>How many pupils of one level each group has.</summary>
/// <param name="Name">Of the attribute; <c>sex</c> and <c>special-needs</c> are the list's own.</param>
/// <param name="Level">Which level; 1 for boys and for special needs.</param>
/// <param name="Counts">In each group.</param>
public sealed record LevelBalance(string Name, int Level, IReadOnlyList<int> Counts)
{
    /// <summary>The most less the fewest.</summary>
    public int Range => Counts.Max() - Counts.Min();

    internal static IEnumerable<LevelBalance> Of(BalanceColumn column, BalanceGrouping grouping)
    {
        var counts = grouping.Counts(column.Values);
        return column.Values.Distinct.Select((level, code) => new LevelBalance(column.Name, level, [.. counts.Select(group => group[code])]));
    }
}
