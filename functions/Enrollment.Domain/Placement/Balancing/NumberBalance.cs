using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>How a number differs between groups, in its own unit. Groups without pupils have no figures.</summary>
/// <param name="Name">Of the attribute.</param>
/// <param name="Means">Of each group.</param>
/// <param name="Deviations">Standard deviation of each group in thousandths, rounded down.</param>
/// <param name="Distance">The largest distance between a group's distribution and that of all pupils (Kolmogorov and Smirnov): 0 to 1.</param>
public sealed record NumberBalance(string Name, IReadOnlyList<Fraction?> Means, IReadOnlyList<long?> Deviations, Fraction Distance)
{
    private const int Thousandths = 1000;

    /// <summary>The highest mean less the lowest.</summary>
    public Fraction MeanRange => Means.OfType<Fraction>().ToArray() is { Length: > 0 } means ? means.Max() - means.Min() : 0;

    /// <summary>The largest standard deviation less the smallest, in thousandths.</summary>
    public long DeviationRange => Deviations.Max() - Deviations.Min() ?? 0;

    internal static NumberBalance Of(BalanceColumn column, BalanceGrouping grouping)
    {
        BigInteger[] values = [.. column.Values.Distinct.Select(value => (BigInteger)value)];
        var sums = grouping.Sums(column.Values, values);
        var squares = grouping.Sums(column.Values, [.. values.Select(value => value * value)]);
        return new NumberBalance(
            column.Name,
            [.. sums.Select((sum, g) => grouping.Sizes[g] == 0 ? (Fraction?)null : new Fraction(sum, grouping.Sizes[g]))],
            [.. sums.Select((sum, g) => grouping.Sizes[g] == 0 ? (long?)null : DeviationOf(sum, squares[g], grouping.Sizes[g]))],
            DistanceOf(column.Values, grouping));
    }

    private static long DeviationOf(BigInteger sum, BigInteger squares, int size) =>
        (long)IntegerRoot.Floor((size * squares - sum * sum) * Thousandths * Thousandths / ((BigInteger)size * size));

    private static Fraction DistanceOf(ColumnValues column, BalanceGrouping grouping)
    {
        var largest = (Fraction)0;
        var counts = grouping.Counts(column);
        for (var g = 0; g < counts.Length; g++)
        {
            if (grouping.Sizes[g] == 0)
                continue;
            var (here, everywhere, most) = (0L, 0L, 0L);
            for (var code = 0; code < column.Distinct.Count; code++)
            {
                here += counts[g][code];
                everywhere += column.Counts[code];
                most = Math.Max(most, Math.Abs(here * grouping.GroupOf.Count - everywhere * grouping.Sizes[g]));
            }
            var distance = new Fraction(most, (BigInteger)grouping.Sizes[g] * grouping.GroupOf.Count);
            largest = distance > largest ? distance : largest;
        }
        return largest;
    }
}
