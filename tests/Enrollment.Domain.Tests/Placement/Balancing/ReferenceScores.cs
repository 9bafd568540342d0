using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>Features and scores as docs/placement-record.md section 7 tells them, pupil by pupil.</summary>
internal static class ReferenceScores
{
    public static int[][] Of(AttributeTable table)
    {
        var features = Features(table).Where(feature => feature.Weight > 0 && feature.Values.Distinct().Count() > 1).ToArray();
        for (var scale = 9; ; scale--)
        {
            int[][] z = [.. Enumerable.Range(0, table.Rows.Count).Select(i => features.Select(feature => Score(feature, i, scale)).ToArray())];
            if (z.All(row => row.Aggregate(0L, (sum, value) => sum + (long)value * value) <= 1 << 27))
                return z;
        }
    }

    private static IEnumerable<(BigInteger[] Values, long Weight, long Divisor)> Features(AttributeTable table)
    {
        for (var a = 0; a < table.Attributes.Count; a++)
        {
            int[] x = [.. table.Values.Select(row => row[a])];
            if (table.Attributes[a] is AttributeColumn.Number number)
            {
                BigInteger sum = x.Sum(value => (long)value);
                yield return ([.. x.Select(value => (BigInteger)value)], number.MeanWeight, 1000);
                yield return ([.. x.Select(value => BigInteger.Pow(x.Length * (BigInteger)value - sum, 2))], number.SpreadWeight, 1000);
                int[] sorted = [.. x.Order()];
                for (var k = 1; number.Bands && k <= 12; k++)
                    yield return ([.. x.Select(value => (BigInteger)(value > sorted[(int)((long)k * x.Length / 13)] ? 1 : 0))], number.BandWeight, 1000);
            }
            else
            {
                int[] levels = [.. x.Distinct().Order()];
                foreach (var level in levels.Skip(levels.Length == 2 ? 1 : 0))
                    yield return ([.. x.Select(value => (BigInteger)(value == level ? 1 : 0))], ((AttributeColumn.Category)table.Attributes[a]).Weight, 1000 * Math.Max(1, levels.Length - 1));
            }
        }
    }

    private static int Score((BigInteger[] Values, long Weight, long Divisor) feature, int pupil, int scale)
    {
        BigInteger n = feature.Values.Length;
        var sum = feature.Values.Aggregate(BigInteger.Add);
        var squares = feature.Values.Aggregate(BigInteger.Zero, (total, value) => total + value * value);
        var distance = n * feature.Values[pupil] - sum;
        // Scaled by 4^20 above and below the line, so that no exponent is negative.
        var square = 4 * distance * distance * feature.Weight * BigInteger.Pow(4, 20 + scale) / ((n * squares - sum * sum) * feature.Divisor * BigInteger.Pow(4, 20));
        return distance.Sign * (int)BigInteger.Min(1 << 20, (Root(square) + 1) / 2);
    }

    private static BigInteger Root(BigInteger square)
    {
        var (low, high) = (BigInteger.Zero, square + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * middle <= square ? (middle, high) : (low, middle);
        }
        return low;
    }
}
