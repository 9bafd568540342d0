using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Checks;

/// <summary>What the groups of a list can take, whatever its other rules are.</summary>
/// <param name="List">The list.</param>
/// <param name="Quotas">Null when the list is refused for its numbers alone: nothing is said about seats then.</param>
/// <param name="SmallClass">A class (from 1) in which the largest group has no room; null when every class takes every group.</param>
internal sealed record ListRoom(PlacementList List, Quotas? Quotas, int? SmallClass)
{
    public int SpecialBoys { get; } = List.Rows.Count(row => row is { SpecialNeeds: true, Sex: Sex.Male });

    public int SpecialGirls { get; } = List.Rows.Count(row => row is { SpecialNeeds: true, Sex: not Sex.Male });

    /// <summary>Pupils of the largest group.</summary>
    public int Largest => Stated?.LargestSize ?? 0;

    /// <summary>A class too small for a list with pins; with relief that is a conflict of its own.</summary>
    public int? TooSmallForPins => List.Relief == 0 ? SmallClass : null;

    /// <summary>What all groups would take; null when there are more pupils than seats.</summary>
    public Quotas? Stated { get; private init; }

    public static ListRoom Of(PlacementList list)
    {
        var boys = list.Rows.Count(row => row.Sex is Sex.Male);
        var quotas = list.Relief > 0 || list.Rows.Count <= list.Capacities.Sum()
            ? Quotas.Of(boys, list.Rows.Count - boys, list.Rows.Count(row => row.SpecialNeeds), list.Capacities, list.Relief)
            : null;
        int? small = Enumerable.Range(0, list.Classes).Where(c => list.Capacities[c] < quotas?.LargestSize).Select(c => (int?)c + 1).FirstOrDefault();
        return new ListRoom(list, quotas is null || IsEatenUp(list, quotas) ? null : quotas, small) { Stated = quotas };
    }

    /// <summary>Does relief leave a group fewer pupils than it has special needs?</summary>
    private static bool IsEatenUp(PlacementList list, Quotas quotas) =>
        list.Relief > 0 && Enumerable.Range(0, list.Classes).Any(g => quotas.SizeOf(g) < quotas.Special[g] || quotas.Boys[g] < 0 || quotas.Girls[g] < 0);
}
