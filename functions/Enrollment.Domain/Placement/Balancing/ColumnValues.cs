using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>One column of a table by the values that occur in it: a city has a hundred thousand pupils and two thousand different scores.</summary>
/// <param name="Attribute">Index of the column.</param>
/// <param name="Distinct">The values that occur, ascending.</param>
/// <param name="Counts">How often each.</param>
/// <param name="Codes">For each pupil, the index of their value.</param>
public sealed record ColumnValues(int Attribute, IReadOnlyList<int> Distinct, IReadOnlyList<int> Counts, IReadOnlyList<int> Codes)
{
    /// <summary>What all values differ by multiples of.</summary>
    public int Step { get; } = Distinct.Aggregate(0, (step, value) => (int)BigInteger.GreatestCommonDivisor(step, value - Distinct[0])) is var gcd and > 0 ? gcd : 1;

    /// <summary>The column with this index.</summary>
    public static ColumnValues Of(int attribute, AttributeTable table)
    {
        int[] column = [.. table.Values.Select(row => row[attribute])];
        int[] distinct = [.. column.Distinct().Order()];
        var codeOf = distinct.Select((value, code) => (value, code)).ToDictionary(pair => pair.value, pair => pair.code);
        int[] codes = [.. column.Select(value => codeOf[value])];
        var counts = new int[distinct.Length];
        foreach (var code in codes)
            counts[code]++;
        return new ColumnValues(attribute, distinct, counts, codes);
    }

    /// <summary>The value at index floor(<paramref name="k"/> x pupils / <paramref name="of"/>) of all values in ascending order.</summary>
    public int Quantile(int k, int of)
    {
        var index = (long)k * Codes.Count / of;
        var code = 0;
        while (index >= Counts[code])
            index -= Counts[code++];
        return Distinct[code];
    }
}
