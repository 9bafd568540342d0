namespace Enrollment.Domain.Placement.Lots;

/// <summary>Which groups each apart set occupies so far in one attempt.</summary>
internal sealed class ApartGroups
{
    // A list this short is searched faster than a tree is kept.
    private const int Short = 32;

    private readonly List<int>[] _taken;
    private readonly SeatCounts?[] _open;
    private readonly SeatCounts _allOpen;
    private readonly List<int> _touched = [];

    public ApartGroups(Blocks blocks, int groups)
    {
        var sizes = new int[blocks.SetCount];
        foreach (var set in blocks.Bound.SelectMany(block => block.ApartSets))
            sizes[set]++;
        _allOpen = new SeatCounts(groups);
        for (var g = 0; g < groups; g++)
            _allOpen.Set(g, 1);
        _taken = [.. sizes.Select(size => new List<int>(Math.Min(size, groups)))];
        _open = [.. sizes.Select(size => size > Short ? new SeatCounts(groups) : null)];
        Clear(all: true);
    }

    public void Clear() => Clear(all: false);

    public int CountOf(int set) => _taken[set].Count;

    public IReadOnlyList<int> GroupsOf(int set) => _taken[set];

    public bool Holds(int set, int group) => _open[set] is { } open ? open[group] == 0 : _taken[set].Contains(group);

    public void Take(int set, int group)
    {
        if (_taken[set].Count == 0)
            _touched.Add(set);
        _taken[set].Add(group);
        _open[set]?.Set(group, 0);
    }

    /// <summary>The group with this index among those the set does not occupy, in group order.</summary>
    public int OpenGroup(int set, int index)
    {
        if (_open[set] is { } open)
            return open.GroupOf(index);
        Span<int> taken = stackalloc int[_taken[set].Count];
        _taken[set].CopyTo(taken);
        taken.Sort();
        foreach (var group in taken)
        {
            if (group > index)
                break;
            index++;
        }
        return index;
    }

    private void Clear(bool all)
    {
        foreach (var set in all ? Enumerable.Range(0, _taken.Length) : _touched)
        {
            _taken[set].Clear();
            _open[set]?.CopyFrom(_allOpen);
        }
        _touched.Clear();
    }
}
