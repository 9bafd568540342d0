using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>A number for every pupil whose class means are to be equal: an attribute itself, its spread, a band of it, or a level.</summary>
/// <param name="Column">The column it comes from.</param>
/// <param name="Kind">What of the column it is.</param>
/// <param name="Weight">Numerator of its weight.</param>
/// <param name="WeightDivisor">Denominator.</param>
/// <param name="Step">What sums of it differ by at least; 0 where they lie on no lattice worth using.</param>
/// <param name="Values">For each value that occurs in the column, in ascending order.</param>
public sealed record Feature(ColumnValues Column, FeatureKind Kind, int Weight, int WeightDivisor, int Step, IReadOnlyList<BigInteger> Values)
{
    private const int Bands = 12;
    private const int Thousandths = 1000;

    /// <summary>Sum over all pupils.</summary>
    public BigInteger Sum { get; } = Total(Column, Values, value => value);

    /// <summary>Sum of the squares over all pupils.</summary>
    public BigInteger SumOfSquares { get; } = Total(Column, Values, value => value * value);

    /// <summary>The features of a table, in the order of section 7; those of weight 0 or without any difference between pupils are left out.</summary>
    public static IReadOnlyList<Feature> Of(AttributeTable table)
    {
        var features = new List<Feature>();
        for (var a = 0; a < table.Attributes.Count; a++)
        {
            var column = ColumnValues.Of(a, table);
            features.AddRange(table.Attributes[a] switch
            {
                AttributeColumn.Number number => OfNumber(number, column),
                AttributeColumn.Category category => OfCategory(category, column),
                _ => throw new InvalidOperationException("Closed hierarchy."),
            });
        }
        return [.. features.Where(feature => feature.Weight > 0 && feature.Values.Any(value => value != feature.Values[0]))];
    }

    private static IEnumerable<Feature> OfNumber(AttributeColumn.Number number, ColumnValues column)
    {
        yield return new Feature(column, FeatureKind.Mean, number.MeanWeight, Thousandths, column.Step, [.. column.Distinct.Select(value => (BigInteger)value)]);
        BigInteger pupils = column.Codes.Count;
        var sum = column.Distinct.Select((value, code) => (BigInteger)value * column.Counts[code]).Aggregate(BigInteger.Zero, BigInteger.Add);
        yield return new Feature(column, FeatureKind.Spread, number.SpreadWeight, Thousandths, Step: 0,
            [.. column.Distinct.Select(value => BigInteger.Pow(pupils * value - sum, 2))]);
        if (!number.Bands)
            yield break;
        for (var k = 1; k <= Bands; k++)
        {
            var threshold = column.Quantile(k, Bands + 1);
            yield return new Feature(column, FeatureKind.Band, number.BandWeight, Thousandths, Step: 1, [.. column.Distinct.Select(value => (BigInteger)(value > threshold ? 1 : 0))]);
        }
    }

    private static IEnumerable<Feature> OfCategory(AttributeColumn.Category category, ColumnValues column)
    {
        var levels = column.Distinct.Count;
        // Of two levels one tells all about the other.
        return Enumerable.Range(levels == 2 ? 1 : 0, levels == 2 ? 1 : levels).Select(shown => new Feature(column, FeatureKind.Level, category.Weight,
            Thousandths * Math.Max(1, levels - 1), Step: 1, [.. Enumerable.Range(0, levels).Select(code => (BigInteger)(code == shown ? 1 : 0))]));
    }

    private static BigInteger Total(ColumnValues column, IReadOnlyList<BigInteger> values, Func<BigInteger, BigInteger> of) =>
        values.Select((value, code) => of(value) * column.Counts[code]).Aggregate(BigInteger.Zero, BigInteger.Add);
}

/// <summary>What of an attribute a feature is.</summary>
public enum FeatureKind
{
    /// <summary>The number itself.</summary>
    Mean,
    /// <summary>The square of its distance from the mean.</summary>
    Spread,
    /// <summary>Is it above a quantile?</summary>
    Band,
    /// <summary>Is it this level?</summary>
    Level,
}
