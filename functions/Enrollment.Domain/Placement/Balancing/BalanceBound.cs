using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>
/// What no division into groups of these sizes can undercut. Group sums of whole multiples can lie on a lattice only: the best point on it, without
/// asking whether any pupils make it up.
/// </summary>
internal static class BalanceBound
{
    /// <summary>
    /// The least sum over groups of (N k_g - n_g T)^2 / n_g for whole k_g that sum up to T (not negative), as multiples of 1 / <paramref name="multiple"/>; N is the sum
    /// of the sizes n_g, and multiple is one of each of them.
    /// </summary>
    public static BigInteger Of(long total, int[] sizes, BigInteger multiple)
    {
        var pupils = sizes.Sum();
        long[] shares = [.. sizes.Select(size => (long)BigInteger.Divide((BigInteger)size * total, pupils))];
        Distribute(total - shares.Sum(), shares, sizes, total, pupils);
        Settle(shares, sizes, total, pupils);
        var sum = BigInteger.Zero;
        for (var g = 0; g < sizes.Length; g++)
        {
            if (sizes[g] > 0)
                sum += BigInteger.Pow((BigInteger)pupils * shares[g] - (BigInteger)sizes[g] * total, 2) * (multiple / sizes[g]);
        }
        return sum;
    }

    /// <summary>Gives out what is left, one by one, to where it costs least.</summary>
    private static void Distribute(long left, long[] shares, int[] sizes, long total, int pupils)
    {
        var cheapest = new PriorityQueue<int, Price>(Price.Order);
        for (var g = 0; g < sizes.Length; g++)
        {
            if (sizes[g] > 0)
                cheapest.Enqueue(g, Price.OfOneMore(shares[g], sizes[g], total, pupils));
        }
        for (; left > 0; left--)
        {
            var g = cheapest.Dequeue();
            shares[g]++;
            cheapest.Enqueue(g, Price.OfOneMore(shares[g], sizes[g], total, pupils));
        }
    }

    /// <summary>Groups of very different sizes may still gain by passing one on; when none does, the separable convex sum is at its least.</summary>
    private static void Settle(long[] shares, int[] sizes, long total, int pupils)
    {
        int[] groups = [.. Enumerable.Range(0, sizes.Length).Where(g => sizes[g] > 0)];
        for (; ; )
        {
            var to = groups.MinBy(g => Price.OfOneMore(shares[g], sizes[g], total, pupils), Price.Order);
            var from = groups.MinBy(g => Price.OfOneLess(shares[g], sizes[g], total, pupils), Price.Order);
            if (!Price.IsGain(Price.OfOneMore(shares[to], sizes[to], total, pupils), Price.OfOneLess(shares[from], sizes[from], total, pupils)))
                return;
            shares[to]++;
            shares[from]--;
        }
    }

    /// <summary>What a change costs, short of a factor that is the same for all: a fraction with the group's size below the line.</summary>
    private readonly record struct Price(Int128 Amount, int Size)
    {
        public static readonly Comparer<Price> Order = Comparer<Price>.Create((x, y) => (x.Amount * y.Size).CompareTo(y.Amount * x.Size));

        public static Price OfOneMore(long share, int size, long total, int pupils) => new(2 * Surplus(share, size, total, pupils) + pupils, size);

        public static Price OfOneLess(long share, int size, long total, int pupils) => new(pupils - 2 * Surplus(share, size, total, pupils), size);

        public static bool IsGain(Price one, Price other) => one.Amount * other.Size + other.Amount * one.Size < 0;

        private static Int128 Surplus(long share, int size, long total, int pupils) => (Int128)pupils * share - (Int128)size * total;
    }
}
