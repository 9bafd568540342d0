using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>Who is with whom, and how sums over groups compare exactly.</summary>
internal sealed class BalanceGrouping
{
    public BalanceGrouping(int groups, IReadOnlyList<int> groupOf)
    {
        GroupOf = groupOf;
        Sizes = new int[groups];
        foreach (var group in groupOf)
            Sizes[group - 1]++;
        Multiple = Sizes.Where(size => size > 0).Aggregate(BigInteger.One, (lcm, size) => lcm / BigInteger.GreatestCommonDivisor(lcm, size) * size);
    }

    public IReadOnlyList<int> GroupOf { get; }

    public int[] Sizes { get; }

    /// <summary>The least common multiple of the sizes.</summary>
    public BigInteger Multiple { get; }

    /// <summary>Of a value for each code of a column, over each group.</summary>
    public BigInteger[] Sums(ColumnValues column, IReadOnlyList<BigInteger> values)
    {
        var sums = new BigInteger[Sizes.Length];
        for (var i = 0; i < GroupOf.Count; i++)
            sums[GroupOf[i] - 1] += values[column.Codes[i]];
        return sums;
    }

    /// <summary>How many pupils of each group have each value of a column.</summary>
    public int[][] Counts(ColumnValues column)
    {
        int[][] counts = [.. Sizes.Select(_ => new int[column.Distinct.Count])];
        for (var i = 0; i < GroupOf.Count; i++)
            counts[GroupOf[i] - 1][column.Codes[i]]++;
        return counts;
    }
}
