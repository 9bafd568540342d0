using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The law <c>sequential</c>: each bound block takes one of the groups where it can stay, by the seats free there. For lists so tight that no uniform attempt succeeds.</summary>
internal static class SequentialLot
{
    /// <summary>One sequence: true when every bound block found a group.</summary>
    public static bool Attempt(Blocks blocks, Seating seating, Chance chance)
    {
        seating.Start(chance);
        for (var b = 0; b < blocks.Bound.Count; b++)
        {
            var block = blocks.Bound[b];
            var group = block.Rows.Count == 1 ? ChooseOne(block, seating, chance) : ChooseAmongAll(block, seating, chance);
            if (group < 0)
                return false;
            seating.Seat(b, group);
        }
        return true;
    }

    /// <summary>For a single pupil few groups are closed: those of its sets, and those without a seat of its sex.</summary>
    private static int ChooseOne(Block block, Seating seating, Chance chance)
    {
        var seats = block.Boys > 0 ? seating.Boys : seating.Girls;
        var weights = block.Special > 0 ? seating.Special : seats;
        var closed = new List<(int Group, int Weight)>();
        foreach (var group in block.ApartSets.SelectMany(seating.Apart.GroupsOf).Concat(block.Special > 0 ? seating.Full(seats) : []))
        {
            if (weights[group] == 0)
                continue;
            closed.Add((group, weights[group]));
            weights.Set(group, 0);
        }
        var chosen = weights.Total == 0 ? -1 : weights.GroupOf(chance.Below(weights.Total));
        foreach (var (group, weight) in closed)
            weights.Set(group, weight);
        return chosen;
    }

    private static int ChooseAmongAll(Block block, Seating seating, Chance chance)
    {
        var sum = 0;
        for (var g = 0; g < seating.Groups; g++)
            sum += WeightOf(block, seating, g);
        if (sum == 0)
            return -1;
        var seat = chance.Below(sum);
        for (var g = 0; ; g++)
        {
            seat -= WeightOf(block, seating, g);
            if (seat < 0)
                return g;
        }
    }

    private static int WeightOf(Block block, Seating seating, int group)
    {
        if (seating.Boys[group] < block.Boys || seating.Girls[group] < block.Girls || seating.Special[group] < block.Special)
            return 0;
        var weight = block.Special > 0 ? seating.Special[group] : block.Boys > 0 ? seating.Boys[group] : seating.Girls[group];
        return weight > 0 && seating.IsApartFrom(block, group) ? 0 : weight;
    }
}
