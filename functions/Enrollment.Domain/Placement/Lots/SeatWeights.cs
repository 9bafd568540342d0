namespace Enrollment.Domain.Placement.Lots;

/// <summary>
/// The weight of every group for each sort of block, kept while blocks are seated: a city has ten thousands of bundles and fixed classes and as many
/// groups, and looking at every group for every block would grow with the square.
/// </summary>
internal sealed class SeatWeights
{
    // Blocks of a list are of few sorts; each kept sort costs a little for every block.
    private const int MostSorts = 48;

    private readonly Seating _seating;
    private readonly bool _fits;
    private bool _arePinnedKept = true;
    private readonly Dictionary<(SeatNeed Need, bool IsPinned), SeatCounts> _weights = [];

    public SeatWeights(Seating seating)
    {
        _seating = seating;
        _fits = (long)Math.Max(1, seating.MostBoys) * Math.Max(1, seating.MostGirls) * Math.Max(1, seating.MostSpecial) <= int.MaxValue;
    }

    /// <summary>Of every group, those that hold a pinned block being closed to other pinned ones; null where they are not kept.</summary>
    public SeatCounts? Of(Block block)
    {
        var sort = (SeatNeed.Of(block), block.Pin is not null);
        if (_weights.TryGetValue(sort, out var known))
            return known;
        if (!_fits || _weights.Count == MostSorts)
            return null;
        var weights = new SeatCounts(_seating.Groups);
        for (var g = 0; g < _seating.Groups; g++)
            weights.Set(g, sort.Item2 && _seating.Apart.Holds(Block.PinnedSet, g) ? 0 : (int)sort.Item1.WeightIn(_seating, g));
        return _weights[sort] = weights;
    }

    /// <summary>After a block entered the group.</summary>
    public void Recount(int group, bool isPinned)
    {
        // Pinned blocks come first: nobody asks for theirs again.
        if (!isPinned && _arePinnedKept)
        {
            _arePinnedKept = false;
            foreach (var sort in _weights.Keys.Where(sort => sort.IsPinned).ToArray())
                _weights.Remove(sort);
        }
        foreach (var (sort, weights) in _weights)
            weights.Set(group, isPinned && sort.IsPinned ? 0 : (int)sort.Need.WeightIn(_seating, group));
    }
}
