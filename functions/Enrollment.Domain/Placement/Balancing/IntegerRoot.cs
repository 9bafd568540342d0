using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>The square root in whole numbers.</summary>
internal static class IntegerRoot
{
    /// <summary>The largest whole number whose square is not above <paramref name="value"/>.</summary>
    public static BigInteger Floor(BigInteger value)
    {
        if (value.IsZero)
            return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (; ; )
        {
            var next = (root + value / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
