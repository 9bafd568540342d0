using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Checks;

/// <summary>What the numbers alone forbid.</summary>
internal static class CountConflicts
{
    public static IEnumerable<PlacementConflict> Of(ListRoom room)
    {
        var list = room.List;
        if (list.Capacities.Sum() is var seats && seats < list.Rows.Count)
            yield return new PlacementConflict.TooManyPupils(list.Rows.Count, seats);
        if (list.SpecialNeedsCap is { } cap && room.SpecialBoys + room.SpecialGirls is var special && special > cap * list.Classes)
        {
            var rows = list.Rows.Where(row => row.SpecialNeeds).Take(cap * list.Classes + 1).Select(row => row.Row).ToArray();
            yield return new PlacementConflict.SpecialNeedsCapTooLow([new ConflictRule.SpecialNeedsCap(cap, rows)], special, cap, list.Classes);
        }
        if (list.Relief == 0)
            yield break;
        if (room.Quotas is null)
            yield return ReliefTooLarge(list, room.Stated!);
        else if (room.SmallClass is { } small)
            yield return new PlacementConflict.ClassTooSmallForRelief(small, list.Capacities[small - 1], room.Largest, list.Relief);
    }

    private static PlacementConflict.ReliefTooLarge ReliefTooLarge(PlacementList list, Quotas quotas)
    {
        var group = Enumerable.Range(0, quotas.Groups).MinBy(g => quotas.SizeOf(g) - quotas.Special[g]);
        return new PlacementConflict.ReliefTooLarge(list.Relief, quotas.Special[group], quotas.SizeOf(group));
    }
}
