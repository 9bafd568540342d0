using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>Pupils who must share a group: a bundle, those pinned to one class, or what the two together join (docs/placement-record.md section 4).</summary>
/// <param name="Rows">Indexes in the list, ascending.</param>
/// <param name="Boys">How many.</param>
/// <param name="Girls">How many.</param>
/// <param name="Special">How many with special needs.</param>
/// <param name="ApartSets">Sets (by dense index; 0 is the set of all pinned blocks) of which no other block may share its group. Ascending.</param>
/// <param name="Pin">The class, if it is fixed.</param>
public sealed record Block(IReadOnlyList<int> Rows, int Boys, int Girls, int Special, IReadOnlyList<int> ApartSets, int? Pin)
{
    /// <summary>Is any rule upon it but the quotas of its sex?</summary>
    public bool IsBound => Rows.Count > 1 || Pin is not null || ApartSets.Count > 0 || Special > 0;

    /// <summary>Do its pupils contradict each other: two of one apart set, or pins to two classes?</summary>
    public static bool IsContradictory(PlacementList list, Block block) =>
        block.Rows.SelectMany(i => list.Rows[i].ApartSets).CountBy(set => set).Any(pair => pair.Value > 1)
        || block.Rows.Select(i => list.Rows[i].Pin).OfType<int>().Distinct().Count() > 1;

    internal static Block Of(PlacementList list, IReadOnlyList<int> rows, IReadOnlyDictionary<int, int> sets)
    {
        var pins = rows.Select(i => list.Rows[i].Pin).OfType<int>().ToArray();
        int[] apart = [.. rows.SelectMany(i => list.Rows[i].ApartSets).Distinct().Order().Select(set => sets[set])];
        return new Block(
            rows,
            rows.Count(i => list.Rows[i].Sex is Sex.Male),
            rows.Count(i => list.Rows[i].Sex is not Sex.Male),
            rows.Count(i => list.Rows[i].SpecialNeeds),
            pins.Length > 0 ? [PinnedSet, .. apart] : apart,
            pins.Length > 0 ? pins.Min() : null);
    }

    /// <summary>The set that holds every pinned block.</summary>
    internal const int PinnedSet = 0;
}
