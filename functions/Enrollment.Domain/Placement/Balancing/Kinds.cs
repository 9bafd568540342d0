using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>Which pupils may change places: those of one sex and alike in special needs, under no other rule. So no exchange can break a rule.</summary>
internal static class Kinds
{
    public const int Count = 4;

    /// <summary>What a pupil has who stays where the lot put them.</summary>
    public const int Held = -1;

    public static int[] Of(PlacementList list)
    {
        var kinds = new int[list.Rows.Count];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = (list.Rows[i].Sex is Sex.Male ? 0 : 2) + (list.Rows[i].SpecialNeeds ? 1 : 0);
        foreach (var row in Blocks.Of(list).Bound.Where(IsHeld).SelectMany(block => block.Rows))
            kinds[row] = Held;
        return kinds;
    }

    private static bool IsHeld(Block block) => block.Rows.Count > 1 || block.ApartSets.Count > 0 || block.Pin is not null;
}
