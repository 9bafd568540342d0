using System.Numerics;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Measures one grouping after another of the same list: what they share is worked out once. Any number of threads.</summary>
internal sealed class LotMeter
{
    private static readonly string[] OfList = ["sex", "special-needs"];

    private readonly int _groups;
    private readonly int[] _sexes, _special;
    private readonly ColumnMeter[] _columns;
    private readonly BigInteger _denominator;

    public LotMeter(PlacementList list, AttributeTable table)
    {
        _groups = list.Classes;
        _sexes = [.. list.Rows.Select(row => row.Sex is Sex.Male ? 1 : 0)];
        _special = [.. list.Rows.Select(row => row.SpecialNeeds ? 1 : 0)];
        var columns = BalanceColumn.Of(list, table);
        var units = columns.SelectMany(column => column.Features).Select(UnitOf).ToArray();
        _denominator = units.Aggregate(BigInteger.One, (lcm, unit) => lcm / BigInteger.GreatestCommonDivisor(lcm, unit.Denominator) * unit.Denominator);
        _columns = [.. columns.Select(column => new ColumnMeter(column, [.. column.Features.Select(feature => (UnitOf(feature) * _denominator).Numerator)], list.Rows.Count))];
        Categories = [.. columns.Where(column => !column.IsNumber && !OfList.Contains(column.Name, StringComparer.Ordinal))];
    }

    /// <summary>The categories that are lines of their own: all but what heads, boys, girls and special needs say already.</summary>
    public IReadOnlyList<BalanceColumn> Categories { get; }

    /// <summary>What a squared deviation of a feature's group sum counts, before it is divided by the group's size.</summary>
    public static Fraction UnitOf(Feature feature)
    {
        BigInteger pupils = feature.Column.Codes.Count;
        return new Fraction(feature.Weight, feature.WeightDivisor * (pupils * feature.SumOfSquares - feature.Sum * feature.Sum));
    }

    public LotFigures Measure(IReadOnlyList<int> groupOf)
    {
        var grouping = new BalanceGrouping(_groups, groupOf);
        var (sexes, special) = (Tally(_sexes, 2, groupOf), Tally(_special, 2, groupOf));
        List<int> counts = [RangeOf(grouping.Sizes), RangeOf(sexes[1]), RangeOf(sexes[0]), RangeOf(special[1])];
        var (means, deviations, squares) = (new List<Fraction>(), new List<long>(), BigInteger.Zero);
        foreach (var column in _columns)
        {
            if (column.Column.IsNumber)
            {
                var sums = column.SumsOf(groupOf, _groups);
                means.Add(sums.MeanRange(grouping));
                deviations.Add(sums.DeviationRange(grouping));
                squares += column.Squares(grouping, (feature, g) => column.NumberSum(feature, sums, g, grouping.Sizes[g]));
                continue;
            }
            var tally = Tally(column.Column.Values.Codes, column.Column.Values.Distinct.Count, groupOf);
            if (Categories.Contains(column.Column))
                counts.AddRange(tally.Select(RangeOf));
            squares += column.Squares(grouping, (feature, g) => tally[column.Shown[feature]][g]);
        }
        return new LotFigures(counts, means, deviations, new Fraction(squares, _denominator * grouping.Multiple));
    }

    private static int RangeOf(int[] counts) => counts.Max() - counts.Min();

    /// <summary>For each level, how many of it are in each group.</summary>
    private int[][] Tally(IReadOnlyList<int> codes, int levels, IReadOnlyList<int> groupOf)
    {
        int[][] counts = [.. Enumerable.Range(0, levels).Select(_ => new int[_groups])];
        for (var i = 0; i < groupOf.Count; i++)
            counts[codes[i]][groupOf[i] - 1]++;
        return counts;
    }
}
