using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement;

/// <summary>What every grouping must obey (docs/placement-record.md section 4), looked at without drawing anything.</summary>
public static class PlacementRules
{
    /// <summary>The first rule a grouping breaks; null when it obeys them all.</summary>
    /// <param name="list">The list.</param>
    /// <param name="groups">The group (from 1) of each pupil.</param>
    public static BrokenRule? FirstBroken(PlacementList list, IReadOnlyList<int> groups)
    {
        if (groups.Count != list.Rows.Count || groups.Any(group => group < 1 || group > list.Classes))
            return BrokenRule.Sizes;
        if (Lot.QuotasOf(list) is not { } quotas)
            return BrokenRule.Sizes;
        var (boys, girls, special) = Counts(list, groups);
        if (!boys.Select((count, g) => count + girls[g]).SequenceEqual(Enumerable.Range(0, quotas.Groups).Select(quotas.SizeOf)))
            return BrokenRule.Sizes;
        if (!boys.SequenceEqual(quotas.Boys))
            return BrokenRule.Sexes;
        var more = special.Select((count, g) => count - quotas.Special[g]).ToArray();
        if (more.Any(extra => extra is < 0 or > 1) || more.Sum() != quotas.ExtraSpecial)
            return BrokenRule.SpecialNeeds;
        return BlocksBroken(list, groups);
    }

    private static BrokenRule? BlocksBroken(PlacementList list, IReadOnlyList<int> groups)
    {
        var taken = new HashSet<(int Set, int Group)>();
        foreach (var block in Blocks.Of(list).Bound)
        {
            var group = groups[block.Rows[0]];
            if (block.Rows.Any(row => groups[row] != group))
                return BrokenRule.Together;
            if (Block.IsContradictory(list, block) || block.ApartSets.Any(set => !taken.Add((set, group))))
                return BrokenRule.Apart;
        }
        return null;
    }

    private static (int[] Boys, int[] Girls, int[] Special) Counts(PlacementList list, IReadOnlyList<int> groups)
    {
        var (boys, girls, special) = (new int[list.Classes], new int[list.Classes], new int[list.Classes]);
        for (var i = 0; i < groups.Count; i++)
        {
            (list.Rows[i].Sex is Sex.Male ? boys : girls)[groups[i] - 1]++;
            special[groups[i] - 1] += list.Rows[i].SpecialNeeds ? 1 : 0;
        }
        return (boys, girls, special);
    }
}

/// <summary>A rule that a grouping breaks.</summary>
public enum BrokenRule
{
    /// <summary>A group has another size than it must.</summary>
    Sizes,
    /// <summary>A group has another number of boys than it must.</summary>
    Sexes,
    /// <summary>Special needs are not spread evenly.</summary>
    SpecialNeeds,
    /// <summary>Pupils who must stay together are not.</summary>
    Together,
    /// <summary>Pupils who must be apart share a group.</summary>
    Apart,
}
