using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The law <c>sequential</c>: each bound block takes one of the groups where it can stay, by the seats and places free there. For lists so large or tight that no uniform attempt succeeds.</summary>
internal sealed class SequentialLot
{
    // Closing more than every sixteenth group for a moment takes longer than looking at all of them.
    private const int CrowdedFrom = 16;

    private readonly Seating _seating;
    private readonly Chance _chance;
    private readonly SeatCounts _specialBoys, _specialGirls;

    private SequentialLot(Seating seating, Chance chance)
    {
        (_seating, _chance) = (seating, chance);
        (_specialBoys, _specialGirls) = (new SeatCounts(seating.Groups), new SeatCounts(seating.Groups));
        for (var g = 0; g < seating.Groups; g++)
            Recount(g);
    }

    /// <summary>One sequence: true when every bound block found a group.</summary>
    public static bool Attempt(Blocks blocks, Seating seating, Chance chance)
    {
        seating.Start(chance);
        var sequence = new SequentialLot(seating, chance);
        for (var b = 0; b < blocks.Bound.Count; b++)
        {
            var block = blocks.Bound[b];
            var group = sequence.IsAloneAmongFew(block) ? sequence.ChooseOne(block) : sequence.ChooseAmongAll(block);
            if (group < 0)
                return false;
            seating.Seat(b, group);
            sequence.Recount(group);
        }
        return true;
    }

    private bool IsAloneAmongFew(Block block) =>
        block.Rows.Count == 1 && CrowdedFrom * block.ApartSets.Sum(_seating.Apart.CountOf) < _seating.Groups;

    private void Recount(int group)
    {
        _specialBoys.Set(group, _seating.Boys[group] * _seating.Special[group]);
        _specialGirls.Set(group, _seating.Girls[group] * _seating.Special[group]);
    }

    /// <summary>For a single pupil the weights are kept up to date, and only the groups of its sets are closed for a moment.</summary>
    private int ChooseOne(Block block)
    {
        var weights = (block.Special > 0, block.Boys > 0) switch
        {
            (true, true) => _specialBoys,
            (true, false) => _specialGirls,
            (false, true) => _seating.Boys,
            (false, false) => _seating.Girls,
        };
        var closed = new List<(int Group, int Weight)>();
        foreach (var group in block.ApartSets.SelectMany(_seating.Apart.GroupsOf))
        {
            if (weights[group] == 0)
                continue;
            closed.Add((group, weights[group]));
            weights.Set(group, 0);
        }
        var chosen = weights.Total == 0 ? -1 : weights.GroupOf(_chance.Below(weights.Total));
        foreach (var (group, weight) in closed)
            weights.Set(group, weight);
        return chosen;
    }

    private int ChooseAmongAll(Block block)
    {
        var sum = 0L;
        for (var g = 0; g < _seating.Groups; g++)
            sum += WeightOf(block, g);
        if (sum == 0)
            return -1;
        var seat = _chance.Below(sum);
        for (var g = 0; ; g++)
        {
            seat -= WeightOf(block, g);
            if (seat < 0)
                return g;
        }
    }

    private long WeightOf(Block block, int group)
    {
        var (boys, girls, special) = (_seating.Boys[group], _seating.Girls[group], _seating.Special[group]);
        if (boys < block.Boys || girls < block.Girls || special < block.Special || _seating.IsApartFrom(block, group))
            return 0;
        return (block.Boys > 0 ? boys : 1L) * (block.Girls > 0 ? girls : 1) * (block.Special > 0 ? special : 1);
    }
}
