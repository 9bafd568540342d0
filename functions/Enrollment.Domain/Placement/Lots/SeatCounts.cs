namespace Enrollment.Domain.Placement.Lots;

/// <summary>Seats a group, laid end to end: where does the r-th seat fall? A Fenwick tree, so that a city's thousands of groups cost a logarithm.</summary>
internal sealed class SeatCounts
{
    private readonly int[] _counts;
    private readonly long[] _tree;
    private readonly int _highest;

    public SeatCounts(int groups)
    {
        _counts = new int[groups];
        _tree = new long[groups + 1];
        _highest = groups == 0 ? 0 : 1 << (int.Log2(groups));
    }

    public long Total { get; private set; }

    public int this[int group] => _counts[group];

    public ReadOnlySpan<int> Counts => _counts;

    public void CopyFrom(SeatCounts other)
    {
        other._counts.CopyTo(_counts, 0);
        other._tree.CopyTo(_tree, 0);
        Total = other.Total;
    }

    public void Set(int group, int count)
    {
        var change = count - _counts[group];
        if (change == 0)
            return;
        _counts[group] = count;
        Total += change;
        for (var i = group + 1; i < _tree.Length; i += i & -i)
            _tree[i] += change;
    }

    /// <summary>The group in which seat <paramref name="seat"/> (from 0) falls.</summary>
    public int GroupOf(long seat)
    {
        var group = 0;
        for (var step = _highest; step > 0; step >>= 1)
        {
            if (group + step < _tree.Length && _tree[group + step] <= seat)
            {
                group += step;
                seat -= _tree[group];
            }
        }
        return group;
    }
}
