using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>One criterion: an attribute's mean, its spread, its bands together, or its levels together.</summary>
/// <param name="Name">Of the attribute.</param>
/// <param name="Kind">What of it.</param>
/// <param name="Weight">Of all its features together.</param>
/// <param name="Objective">Weighted between-group sum of squares, in variances.</param>
/// <param name="LowerBound">What that cannot undercut.</param>
public sealed record CriterionBalance(string Name, FeatureKind Kind, Fraction Weight, Fraction Objective, Fraction LowerBound)
{
    internal static CriterionBalance Of(string name, FeatureKind kind, IReadOnlyList<Feature> features, BalanceGrouping grouping)
    {
        var (weight, objective, bound) = ((Fraction)0, (Fraction)0, (Fraction)0);
        foreach (var feature in features)
        {
            BigInteger pupils = grouping.GroupOf.Count;
            var variance = pupils * feature.SumOfSquares - feature.Sum * feature.Sum;
            var unit = new Fraction(feature.Weight, feature.WeightDivisor * variance * grouping.Multiple);
            weight += new Fraction(feature.Weight, feature.WeightDivisor);
            objective += unit * SquaresOf(feature, pupils, grouping);
            bound += unit * BoundOf(feature, grouping);
        }
        return new CriterionBalance(name, kind, weight, objective, bound);
    }

    /// <summary>Squared deviations of the groups' sums from their shares, each by its size, times the multiple of the sizes.</summary>
    private static BigInteger SquaresOf(Feature feature, BigInteger pupils, BalanceGrouping grouping)
    {
        var sums = grouping.Sums(feature.Column, feature.Values);
        var squares = BigInteger.Zero;
        for (var g = 0; g < sums.Length; g++)
        {
            if (grouping.Sizes[g] > 0)
                squares += BigInteger.Pow(pupils * sums[g] - grouping.Sizes[g] * feature.Sum, 2) * (grouping.Multiple / grouping.Sizes[g]);
        }
        return squares;
    }

    private static BigInteger BoundOf(Feature feature, BalanceGrouping grouping)
    {
        if (feature.Step == 0)
            return 0;
        var total = (feature.Sum - feature.Values.Min() * grouping.GroupOf.Count) / feature.Step;
        return BalanceBound.Of((long)total, grouping.Sizes, grouping.Multiple) * feature.Step * feature.Step;
    }
}
