using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Of a number over each group: the sum, the sum of squares, and how many reach each band.</summary>
internal sealed class NumberSums(int groups, int bands)
{
    private const int Thousandths = 1000;

    private readonly long[] _sums = new long[groups];
    private readonly Int128[] _squares = new Int128[groups];
    private readonly int[] _buckets = new int[groups * (bands + 1)];

    public void Add(int group, int value, int bucket)
    {
        _sums[group] += value;
        _squares[group] += (long)value * value;
        _buckets[group * (bands + 1) + bucket]++;
    }

    public BigInteger Sum(int group) => _sums[group];

    public BigInteger SumOfSquares(int group) => _squares[group];

    /// <summary>How many of the group are above the quantile with this index.</summary>
    public int Above(int group, int band)
    {
        var count = 0;
        for (var bucket = band + 1; bucket <= bands; bucket++)
            count += _buckets[group * (bands + 1) + bucket];
        return count;
    }

    public Fraction MeanRange(BalanceGrouping grouping)
    {
        var (high, low) = (-1, -1);
        for (var g = 0; g < groups; g++)
        {
            if (grouping.Sizes[g] == 0)
                continue;
            high = high < 0 || IsHigher(g, high, grouping) ? g : high;
            low = low < 0 || IsHigher(low, g, grouping) ? g : low;
        }
        return high < 0 ? 0 : new Fraction(_sums[high], grouping.Sizes[high]) - new Fraction(_sums[low], grouping.Sizes[low]);
    }

    /// <summary>In thousandths; the root rounds down, and so the roots of the extremes are the extremes of the roots.</summary>
    public long DeviationRange(BalanceGrouping grouping)
    {
        BigInteger[] variances = [.. Enumerable.Range(0, groups).Where(g => grouping.Sizes[g] > 0).Select(g => VarianceOf(g, grouping.Sizes[g]))];
        return variances.Length == 0 ? 0 : (long)(IntegerRoot.Floor(variances.Max()) - IntegerRoot.Floor(variances.Min()));
    }

    private bool IsHigher(int one, int other, BalanceGrouping grouping) => (Int128)_sums[one] * grouping.Sizes[other] > (Int128)_sums[other] * grouping.Sizes[one];

    private BigInteger VarianceOf(int group, int size) =>
        (size * (BigInteger)_squares[group] - (BigInteger)_sums[group] * _sums[group]) * Thousandths * Thousandths / ((BigInteger)size * size);
}
