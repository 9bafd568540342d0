using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>One column of a <see cref="LotMeter"/>: group sums of all its features from a few sums of small numbers.</summary>
internal sealed class ColumnMeter
{
    private readonly BigInteger[] _weights;
    private readonly int[] _bucketOf;
    private readonly int[] _bandOf;
    private readonly BigInteger _pupils, _sum;

    public ColumnMeter(BalanceColumn column, BigInteger[] weights, int pupils)
    {
        (Column, _weights, _pupils) = (column, weights, pupils);
        Shown = [.. column.Features.Select(feature => feature.Kind is FeatureKind.Level ? feature.Values.Select((value, code) => (value, code)).Single(pair => pair.value.IsOne).code : -1)];
        // Bands are nested: whoever is above a quantile is above all lower ones, so how many bands a value reaches tells which.
        var bands = column.Features.Where(feature => feature.Kind is FeatureKind.Band).ToArray();
        _bucketOf = [.. column.Values.Distinct.Select((_, code) => bands.Count(band => band.Values[code].IsOne))];
        _bandOf = [.. column.Features.Select(feature => Array.IndexOf(bands, feature))];
        Bands = bands.Length;
        _sum = column.Values.Distinct.Select((value, code) => (BigInteger)value * column.Values.Counts[code]).Aggregate(BigInteger.Zero, BigInteger.Add);
    }

    public BalanceColumn Column { get; }

    public int Bands { get; }

    /// <summary>For each feature of a category, the code of the level it shows.</summary>
    public IReadOnlyList<int> Shown { get; }

    public NumberSums SumsOf(IReadOnlyList<int> groupOf, int groups)
    {
        var sums = new NumberSums(groups, Bands);
        var (codes, distinct) = (Column.Values.Codes, Column.Values.Distinct);
        for (var i = 0; i < groupOf.Count; i++)
            sums.Add(groupOf[i] - 1, distinct[codes[i]], _bucketOf[codes[i]]);
        return sums;
    }

    /// <summary>A feature's sum over a group: of the number, of its squared distance from the mean, or of those above a quantile.</summary>
    public BigInteger NumberSum(int feature, NumberSums sums, int group, int size) => Column.Features[feature].Kind switch
    {
        FeatureKind.Mean => sums.Sum(group),
        FeatureKind.Spread => _pupils * _pupils * sums.SumOfSquares(group) - 2 * _pupils * _sum * sums.Sum(group) + size * _sum * _sum,
        FeatureKind.Band => sums.Above(group, _bandOf[feature]),
        _ => throw new InvalidOperationException("A level is no number."),
    };

    /// <summary>All features' squared deviations from the groups' shares, weighed, times the least common multiple of the sizes.</summary>
    public BigInteger Squares(BalanceGrouping grouping, Func<int, int, BigInteger> sumOf)
    {
        var total = BigInteger.Zero;
        for (var f = 0; f < Column.Features.Count; f++)
        {
            var squares = BigInteger.Zero;
            for (var g = 0; g < grouping.Sizes.Length; g++)
            {
                if (grouping.Sizes[g] > 0)
                    squares += BigInteger.Pow(_pupils * sumOf(f, g) - grouping.Sizes[g] * Column.Features[f].Sum, 2) * (grouping.Multiple / grouping.Sizes[g]);
            }
            total += _weights[f] * squares;
        }
        return total;
    }
}
