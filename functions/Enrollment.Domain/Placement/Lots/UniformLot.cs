using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>
/// The law <c>uniform</c>: bound blocks take seats drawn at random, and whenever a seat does not suit, the attempt starts over. Each choice is in
/// exact proportion to the ways it leaves open, so every placement that obeys the rules is equally likely (docs/adr/0009).
/// </summary>
internal static class UniformLot
{
    // Where a set occupies more than a sixth of the groups, drawing among the others beats drawing among all seats.
    private const int CrowdedFrom = 6;

    /// <summary>One attempt: true when every bound block is seated.</summary>
    public static bool Attempt(Blocks blocks, Seating seating, Chance chance)
    {
        seating.Start(chance);
        for (var b = 0; b < blocks.Bound.Count; b++)
        {
            if (Choose(blocks.Bound[b], seating, chance) is not { } group)
                return false;
            seating.Seat(b, group);
        }
        return true;
    }

    private static int? Choose(Block block, Seating seating, Chance chance)
    {
        var set = FullestSet(block, seating);
        var taken = set is { } fullest ? seating.Apart.CountOf(fullest) : 0;
        var (group, boysDrawn, girlsDrawn, specialDrawn) = (0, 0, 0, 0);
        if (block.Special > 0)
            (group, specialDrawn) = (SeatIn(seating.Special, chance), 1);
        else if (CrowdedFrom * taken >= seating.Groups)
            group = taken == seating.Groups ? -1 : seating.Apart.OpenGroup(set!.Value, chance.Below(seating.Groups - taken));
        else if (block.Boys > 0)
            (group, boysDrawn) = (SeatIn(seating.Boys, chance), 1);
        else
            (group, girlsDrawn) = (SeatIn(seating.Girls, chance), 1);
        return group >= 0 && !seating.IsApartFrom(block, group)
            && Thin(seating.MostBoys, seating.Boys[group], boysDrawn, block.Boys, chance)
            && Thin(seating.MostGirls, seating.Girls[group], girlsDrawn, block.Girls, chance)
            && Thin(seating.MostSpecial, seating.Special[group], specialDrawn, block.Special, chance)
                ? group
                : null;
    }

    private static int? FullestSet(Block block, Seating seating)
    {
        int? fullest = null;
        foreach (var set in block.ApartSets)
        {
            if (fullest is null || seating.Apart.CountOf(set) > seating.Apart.CountOf(fullest.Value))
                fullest = set;
        }
        return fullest;
    }

    private static int SeatIn(SeatCounts seats, Chance chance) => seats.Total == 0 ? -1 : seats.GroupOf(chance.Below(seats.Total));

    /// <summary>Keeps the choice in proportion to the seats free in the group, against the most any group ever has.</summary>
    private static bool Thin(int most, int free, int from, int needed, Chance chance)
    {
        for (var k = from; k < needed; k++)
        {
            if (most - k <= 0 || chance.Below(most - k) >= free - k)
                return false;
        }
        return true;
    }
}
