namespace Enrollment.Domain.Placement.Lots;

/// <summary>What is free in every group at one moment of an attempt, and where each bound block went.</summary>
internal sealed class Seating
{
    private readonly Blocks _blocks;
    private readonly Quotas _quotas;
    private readonly SeatCounts _boysAtStart, _girlsAtStart, _specialAtStart;
    private readonly int[] _groupNumbers;

    public Seating(Blocks blocks, Quotas quotas)
    {
        (_blocks, _quotas) = (blocks, quotas);
        (_boysAtStart, _girlsAtStart, _specialAtStart) = (CountsOf(quotas.Boys), CountsOf(quotas.Girls), CountsOf(quotas.Special));
        (Boys, Girls, Special) = (new SeatCounts(quotas.Groups), new SeatCounts(quotas.Groups), new SeatCounts(quotas.Groups));
        Apart = new ApartGroups(blocks, quotas.Groups);
        GroupOfBlock = new int[blocks.Bound.Count];
        _groupNumbers = new int[quotas.Groups];
        (MostBoys, MostGirls) = (quotas.Boys.DefaultIfEmpty().Max(), quotas.Girls.DefaultIfEmpty().Max());
        MostSpecial = quotas.Special.DefaultIfEmpty().Max() + (quotas.ExtraSpecial > 0 ? 1 : 0);
    }

    public SeatCounts Boys { get; }

    public SeatCounts Girls { get; }

    public SeatCounts Special { get; }

    public ApartGroups Apart { get; }

    public int[] GroupOfBlock { get; }

    public int Groups => _quotas.Groups;

    public int MostBoys { get; }

    public int MostGirls { get; }

    public int MostSpecial { get; }

    /// <summary>Empties every seat, and draws which groups get a special-needs place more.</summary>
    public void Start(Draws.Chance chance)
    {
        Boys.CopyFrom(_boysAtStart);
        Girls.CopyFrom(_girlsAtStart);
        Special.CopyFrom(_specialAtStart);
        Apart.Clear();
        if (_quotas.ExtraSpecial == 0)
            return;
        for (var g = 0; g < Groups; g++)
            _groupNumbers[g] = g;
        chance.Shuffle(_groupNumbers.AsSpan());
        foreach (var group in _groupNumbers.AsSpan(0, _quotas.ExtraSpecial))
            Special.Set(group, Special[group] + 1);
    }

    public bool IsApartFrom(Block block, int group)
    {
        // By index: an enumerator for every block and group is what a city's lot would spend its time on.
        for (var i = 0; i < block.ApartSets.Count; i++)
        {
            if (Apart.Holds(block.ApartSets[i], group))
                return true;
        }
        return false;
    }

    public void Seat(int blockIndex, int group)
    {
        var block = _blocks.Bound[blockIndex];
        GroupOfBlock[blockIndex] = group;
        Boys.Set(group, Boys[group] - block.Boys);
        Girls.Set(group, Girls[group] - block.Girls);
        Special.Set(group, Special[group] - block.Special);
        foreach (var set in block.ApartSets)
            Apart.Take(set, group);
    }

    /// <summary>The group (from 1) of every pupil, the free ones dealt by chance to the seats that are left.</summary>
    public int[] Complete(int pupils, Draws.Chance chance)
    {
        var groups = new int[pupils];
        for (var b = 0; b < GroupOfBlock.Length; b++)
        {
            foreach (var row in _blocks.Bound[b].Rows)
                groups[row] = GroupOfBlock[b] + 1;
        }
        Deal(_blocks.FreeBoys, Boys, groups, chance);
        Deal(_blocks.FreeGirls, Girls, groups, chance);
        return groups;
    }

    private static void Deal(IReadOnlyList<int> free, SeatCounts seats, int[] groups, Draws.Chance chance)
    {
        int[] order = [.. free];
        chance.Shuffle(order.AsSpan());
        var next = 0;
        for (var g = 0; g < seats.Counts.Length; g++)
        {
            for (var seat = 0; seat < seats[g]; seat++)
                groups[order[next++]] = g + 1;
        }
    }

    private static SeatCounts CountsOf(IReadOnlyList<int> quotas)
    {
        var counts = new SeatCounts(quotas.Count);
        for (var g = 0; g < quotas.Count; g++)
            counts.Set(g, quotas[g]);
        return counts;
    }
}
