using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Lots;

/// <summary>Every placement into numbered classes that the rules allow, found by trying them all: slow and obvious.</summary>
internal static class Feasible
{
    public static HashSet<string> All(PlacementList list)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var classes = new int[list.Rows.Count];
        var total = (int)Math.Pow(list.Classes, classes.Length);
        for (var number = 0; number < total; number++)
        {
            for (var (i, rest) = (0, number); i < classes.Length; i++, rest /= list.Classes)
                classes[i] = rest % list.Classes + 1;
            if (IsAllowed(list, classes))
                found.Add(string.Join(' ', classes));
        }
        return found;
    }

    private static bool IsAllowed(PlacementList list, int[] classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (list.Rows[i].Pin is { } pin && pin != classes[i])
                return false;
            for (var j = 0; j < i; j++)
            {
                var isSame = classes[i] == classes[j];
                if (list.Rows[i].Bundle is { } bundle && bundle == list.Rows[j].Bundle && !isSame)
                    return false;
                if (list.Rows[i].ApartSets.Intersect(list.Rows[j].ApartSets).Any() && isSame)
                    return false;
            }
        }
        return HasTheQuotas(list, classes);
    }

    private static bool HasTheQuotas(PlacementList list, int[] classes)
    {
        var quotas = Lot.QuotasOf(list)!;
        var wanted = Enumerable.Range(0, quotas.Groups).Select(g => (quotas.Boys[g], quotas.Girls[g])).Order();
        var counted = Enumerable.Range(1, list.Classes).Select(c => (Count(c, Sex.Male), Count(c, Sex.Female))).ToArray();
        int[] special = [.. Enumerable.Range(1, list.Classes).Select(c => classes.Where((k, i) => k == c && list.Rows[i].SpecialNeeds).Count())];
        return counted.Order().SequenceEqual(wanted) && special.Max() - special.Min() <= 1
            && counted.Select((count, c) => count.Item1 + count.Item2 <= list.Capacities[c]).All(fits => fits);

        int Count(int number, Sex sex) => classes.Where((k, i) => k == number && list.Rows[i].Sex == sex).Count();
    }
}
