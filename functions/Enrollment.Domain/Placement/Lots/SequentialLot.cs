using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The law <c>sequential</c>: each bound block takes one of the groups where it can stay, by the seats and places free there. For lists so large or tight that no uniform attempt succeeds.</summary>
internal sealed class SequentialLot
{
    // Closing more than every sixteenth group for a moment takes longer than looking at all of them.
    private const int CrowdedFrom = 16;

    private readonly Seating _seating;
    private readonly Chance _chance;
    private readonly SeatWeights _weights;

    private SequentialLot(Seating seating, Chance chance) => (_seating, _chance, _weights) = (seating, chance, new SeatWeights(seating));

    /// <summary>One sequence: true when every bound block found a group.</summary>
    public static bool Attempt(Blocks blocks, Seating seating, Chance chance)
    {
        seating.Start(chance);
        var sequence = new SequentialLot(seating, chance);
        for (var b = 0; b < blocks.Bound.Count; b++)
        {
            var block = blocks.Bound[b];
            var group = sequence._weights.Of(block) is { } weights && sequence.IsAmongFew(block) ? sequence.ChooseOne(block, weights) : sequence.ChooseAmongAll(block);
            if (group < 0)
                return false;
            seating.Seat(b, group);
            sequence._weights.Recount(group, isPinned: block.Pin is not null);
        }
        return true;
    }

    private bool IsAmongFew(Block block) => CrowdedFrom * SetsToClose(block).Sum(_seating.Apart.CountOf) < _seating.Groups;

    // Groups that hold a pinned block have no weight for another anyway.
    private static IEnumerable<int> SetsToClose(Block block) => block.ApartSets.Where(set => set != Block.PinnedSet);

    /// <summary>The weights are kept up to date, and only the groups of the block's sets are closed for a moment.</summary>
    private int ChooseOne(Block block, SeatCounts weights)
    {
        var closed = new List<(int Group, int Weight)>();
        foreach (var group in SetsToClose(block).SelectMany(_seating.Apart.GroupsOf))
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

    private long WeightOf(Block block, int group) => _seating.IsApartFrom(block, group) ? 0 : SeatNeed.Of(block).WeightIn(_seating, group);
}
