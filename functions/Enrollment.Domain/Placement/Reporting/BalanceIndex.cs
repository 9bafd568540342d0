using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>The highest class mean less the lowest, in pooled standard deviations (docs/balance-report.md).</summary>
public static class BalanceIndex
{
    private const int Thousandths = 1000;
    private const int MostOfHighly = 300, MostOfBalanced = 600, MostOfBasically = 900;

    /// <summary>The square of the index, exactly; null where pupils of one class do not differ although the classes do.</summary>
    /// <param name="values">The number, for each pupil.</param>
    /// <param name="classOf">The class (from 1) of each pupil.</param>
    /// <param name="classes">How many classes; those without pupils do not count.</param>
    public static Fraction? Squared(IReadOnlyList<int> values, IReadOnlyList<int> classOf, int classes)
    {
        var (sizes, sums) = (new int[classes], new BigInteger[classes]);
        var squares = BigInteger.Zero;
        for (var i = 0; i < values.Count; i++)
        {
            sizes[classOf[i] - 1]++;
            sums[classOf[i] - 1] += values[i];
            squares += (BigInteger)values[i] * values[i];
        }
        int[] taught = [.. Enumerable.Range(0, classes).Where(c => sizes[c] > 0)];
        Fraction[] means = [.. taught.Select(c => new Fraction(sums[c], sizes[c]))];
        if (means.Length == 0 || means.Max() == means.Min())
            return 0;
        var within = taught.Select(c => new Fraction(sums[c] * sums[c], sizes[c])).Aggregate((Fraction)squares, (left, between) => left - between);
        var range = means.Max() - means.Min();
        // Of squared deviations from the class means, one is lost for each class; nothing is left when no pupil differs from their class.
        return within == 0 ? null : range * range * (values.Count - taught.Length) / within;
    }

    /// <summary>The index in thousandths, rounded to the nearest, halves up.</summary>
    public static long ToThousandths(Fraction squared) =>
        ((long)IntegerRoot.Floor(4 * Thousandths * Thousandths * squared.Numerator / squared.Denominator) + 1) / 2;

    /// <summary>The band of an index as it is published, so that whoever reads the figure finds the same band.</summary>
    public static BalanceBand BandOf(long thousandths) => thousandths switch
    {
        <= MostOfHighly => BalanceBand.HighlyBalanced,
        <= MostOfBalanced => BalanceBand.Balanced,
        <= MostOfBasically => BalanceBand.BasicallyBalanced,
        _ => BalanceBand.NotBalanced,
    };
}
