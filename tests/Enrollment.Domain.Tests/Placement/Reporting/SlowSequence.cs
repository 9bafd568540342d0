using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Reporting;

/// <summary>The law <c>sequential</c> of docs/placement-record.md section 5, step by step as it is written there, from one stream until a sequence succeeds.</summary>
internal static class SlowSequence
{
    public static int[]? Draw(PlacementList list, Chance chance)
    {
        for (var n = 0; n < 200; n++)
        {
            if (Attempt(list, chance) is { } groups)
                return groups;
        }
        return null;
    }

    private static int[]? Attempt(PlacementList list, Chance chance)
    {
        var quotas = SlowRules.Quotas(list);
        var (boys, girls, special) = (quotas.Select(q => q.Boys).ToArray(), quotas.Select(q => q.Girls).ToArray(), quotas.Select(q => q.Special).ToArray());
        var extra = list.Rows.Count(row => row.SpecialNeeds) % list.Classes;
        if (list.Relief == 0 && extra > 0)
        {
            int[] numbers = [.. Enumerable.Range(0, list.Classes)];
            chance.Shuffle(numbers.AsSpan());
            foreach (var g in numbers.Take(extra))
                special[g]++;
        }
        var blocks = Blocks.Of(list);
        var groups = new int[list.Rows.Count];
        var taken = new HashSet<(int, int)>();
        foreach (var block in blocks.Bound)
        {
            long[] weights = [.. Enumerable.Range(0, list.Classes).Select(g =>
                block.ApartSets.Any(set => taken.Contains((set, g))) || boys[g] < block.Boys || girls[g] < block.Girls || special[g] < block.Special
                    ? 0
                    : (block.Boys > 0 ? boys[g] : 1L) * (block.Girls > 0 ? girls[g] : 1) * (block.Special > 0 ? special[g] : 1))];
            if (weights.Sum() == 0)
                return null;
            var (r, chosen) = (chance.Below(weights.Sum()), 0);
            while (r >= weights[chosen])
                r -= weights[chosen++];
            boys[chosen] -= block.Boys;
            girls[chosen] -= block.Girls;
            special[chosen] -= block.Special;
            taken.UnionWith(block.ApartSets.Select(set => (set, chosen)));
            foreach (var row in block.Rows)
                groups[row] = chosen + 1;
        }
        Deal(blocks.FreeBoys, boys);
        Deal(blocks.FreeGirls, girls);
        return groups;

        void Deal(IReadOnlyList<int> free, int[] seats)
        {
            int[] order = [.. free];
            chance.Shuffle(order.AsSpan());
            int[] places = [.. seats.SelectMany((count, g) => Enumerable.Repeat(g + 1, count))];
            for (var k = 0; k < order.Length; k++)
                groups[order[k]] = places[k];
        }
    }
}
