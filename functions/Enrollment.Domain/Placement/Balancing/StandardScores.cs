using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>All features of all pupils on one integer scale, so that class sums can be compared by adding and multiplying whole numbers.</summary>
internal sealed class StandardScores
{
    // Products and sums of the search stay within 32 bits below this (docs/placement-record.md section 7).
    private const long MostSquare = 1L << 27;
    private const int FinestScale = 9;
    private const int Padding = 16;

    private readonly short[] _values;

    private StandardScores(short[] values, int pupils, int stride) => (_values, Pupils, Stride) = (values, pupils, stride);

    public int Pupils { get; }

    /// <summary>Values a pupil, padded with zeros.</summary>
    public int Stride { get; }

    public ReadOnlySpan<short> Of(int pupil) => _values.AsSpan(pupil * Stride, Stride);

    public static StandardScores Of(IReadOnlyList<Feature> features, int pupils)
    {
        for (var scale = FinestScale; ; scale--)
        {
            if (TryScale(features, pupils, scale) is { } scores)
                return scores;
        }
    }

    private static StandardScores? TryScale(IReadOnlyList<Feature> features, int pupils, int scale)
    {
        var stride = (features.Count + Padding - 1) / Padding * Padding;
        var values = new short[pupils * stride];
        var squares = new long[pupils];
        for (var f = 0; f < features.Count; f++)
        {
            var scores = ScoresOf(features[f], pupils, scale);
            var codes = features[f].Column.Codes;
            for (var i = 0; i < pupils; i++)
            {
                var z = scores[codes[i]];
                squares[i] += z * z;
                if (squares[i] > MostSquare)
                    return null;
                values[i * stride + f] = (short)z;
            }
        }
        return new StandardScores(values, pupils, stride);
    }

    /// <summary>For each value: its distance from the mean in standard deviations, times the root of the weight, times 2^scale, rounded.</summary>
    private static long[] ScoresOf(Feature feature, int pupils, int scale)
    {
        var variance = pupils * feature.SumOfSquares - feature.Sum * feature.Sum;
        return [.. feature.Values.Select(value =>
        {
            var distance = pupils * value - feature.Sum;
            var square = 4 * distance * distance * feature.Weight * BigInteger.Pow(4, Math.Max(scale, 0))
                / (variance * feature.WeightDivisor * BigInteger.Pow(4, Math.Max(-scale, 0)));
            return distance.Sign * (((long)IntegerRoot.Floor(square) + 1) / 2);
        })];
    }
}
