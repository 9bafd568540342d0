namespace Enrollment.Domain.Placement.Balancing;

/// <summary>How alike the groups of a placement are: exact figures, computed from list and table alone (docs/adr/0010).</summary>
/// <param name="Groups">How many groups.</param>
/// <param name="Criteria">What is balanced, sex and special needs first.</param>
/// <param name="Numbers">Means, spread and distribution of each number.</param>
/// <param name="Counts">How many of each level each group has.</param>
public sealed record BalanceFigures(int Groups, IReadOnlyList<CriterionBalance> Criteria, IReadOnlyList<NumberBalance> Numbers, IReadOnlyList<LevelBalance> Counts)
{
    /// <summary>Between-group sum of squares of all criteria: 0 is perfect.</summary>
    public Fraction Objective => Sum(criterion => criterion.Objective);

    /// <summary>What no placement can undercut.</summary>
    public Fraction LowerBound => Sum(criterion => criterion.LowerBound);

    /// <summary>How far above the bound; a lot has about 1, perfect is 0. Zero when there is one group or nothing to balance.</summary>
    public Fraction Excess => Share(Objective - LowerBound, Sum(criterion => criterion.Weight));

    /// <summary>The excess of one criterion.</summary>
    public Fraction ExcessOf(CriterionBalance criterion) => Share(criterion.Objective - criterion.LowerBound, criterion.Weight);

    /// <summary>Figures of a grouping.</summary>
    /// <param name="list">The list.</param>
    /// <param name="table">The attributes of its pupils.</param>
    /// <param name="groupOf">The group, or the class, (from 1) of each pupil.</param>
    public static BalanceFigures Of(PlacementList list, AttributeTable table, IReadOnlyList<int> groupOf)
    {
        var grouping = new BalanceGrouping(list.Classes, groupOf);
        var columns = BalanceColumn.Of(list, table);
        return new BalanceFigures(
            list.Classes,
            [.. columns.SelectMany(column => column.Features.GroupBy(feature => feature.Kind).Select(part => CriterionBalance.Of(column.Name, part.Key, [.. part], grouping)))],
            [.. columns.Where(column => column.IsNumber).Select(column => NumberBalance.Of(column, grouping))],
            [.. columns.Where(column => !column.IsNumber).SelectMany(column => LevelBalance.Of(column, grouping))]);
    }

    private Fraction Sum(Func<CriterionBalance, Fraction> of) => Criteria.Select(of).Aggregate((Fraction)0, (sum, value) => sum + value);

    private Fraction Share(Fraction objective, Fraction weight) => Groups < 2 || weight == 0 ? 0 : objective / (weight * (Groups - 1));
}
