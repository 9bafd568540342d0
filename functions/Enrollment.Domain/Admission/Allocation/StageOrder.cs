using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>
/// The order of a stage as 64-bit numbers, smaller first: group and levels, then whether bundles are drawn first, then dates, then the lot
/// (docs/admission-record.md section 5).
/// </summary>
internal sealed class StageOrder
{
    private const int LotBits = 24;
    private const int DateBits = 23;
    private const int SingleShift = LotBits + DateBits;
    private const int TierShift = SingleShift + 1;

    private readonly long[] _byLot;
    private readonly long[] _byDate;

    /// <param name="offers">What the stages offer.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="units">All units of the round.</param>
    /// <param name="lots">Their numbers.</param>
    /// <param name="taken">The units that take part.</param>
    public StageOrder(StageOffers offers, int stage, Units units, int[] lots, int[] taken)
    {
        Tiers = TiersOf(offers, stage, units, taken);
        var isPreDraw = offers.List.Bundles is BundleMode.PreDraw;
        var dates = DatesOf(units, taken);
        (_byLot, _byDate) = (new long[taken.Length], new long[taken.Length]);
        for (var i = 0; i < taken.Length; i++)
        {
            var unit = taken[i];
            var isFirst = isPreDraw && units.SizeOf(unit) > 1;
            _byLot[i] = ((long)Tiers[i] << TierShift) | (isFirst ? 0L : 1L << SingleShift) | (long)lots[unit];
            _byDate[i] = isFirst ? _byLot[i] : _byLot[i] | ((long)dates[i] << LotBits);
        }
    }

    /// <summary>For each unit taken its group and levels as one rank, from 0.</summary>
    public int[] Tiers { get; }

    public ReadOnlySpan<long> ByLot => _byLot;

    public ReadOnlySpan<long> ByDate => _byDate;

    /// <summary>The position of the unit taken as number <paramref name="i"/> at a school.</summary>
    public long At(int i, bool byDate) => byDate ? _byDate[i] : _byLot[i];

    private static int[] TiersOf(StageOffers offers, int stage, Units units, int[] taken)
    {
        var keys = new Tier[taken.Length];
        for (var i = 0; i < taken.Length; i++)
            keys[i] = new Tier(offers.GroupIn(stage, units[taken[i]])!.Value, units[taken[i]].Levels);
        return Ranks(keys, Comparer<Tier>.Create(Tier.Compare));
    }

    private static int[] DatesOf(Units units, int[] taken) =>
        Ranks([.. taken.Select(unit => (units.Settled[unit], units.ParentSettled[unit]))], Comparer<(int, int)>.Default);

    /// <summary>Equal keys get one rank.</summary>
    private static int[] Ranks<T>(T[] keys, IComparer<T> comparer)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort((T[])keys.Clone(), order, comparer);
        var ranks = new int[keys.Length];
        for (var i = 1; i < order.Length; i++)
            ranks[order[i]] = ranks[order[i - 1]] + (comparer.Compare(keys[order[i - 1]], keys[order[i]]) == 0 ? 0 : 1);
        return ranks;
    }

    private readonly record struct Tier(int Group, IReadOnlyList<int> Levels)
    {
        public static int Compare(Tier a, Tier b)
        {
            if (a.Group != b.Group)
                return a.Group.CompareTo(b.Group);
            // Of one group all have as many.
            for (var i = 0; i < a.Levels.Count; i++)
            {
                if (a.Levels[i] != b.Levels[i])
                    return a.Levels[i].CompareTo(b.Levels[i]);
            }
            return 0;
        }
    }
}
