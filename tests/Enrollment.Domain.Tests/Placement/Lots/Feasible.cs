using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;

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
        var wanted = SlowRules.Quotas(list);
        var counted = Enumerable.Range(1, list.Classes).Select(c => (Count(c, row => row.Sex is Sex.Male), Count(c, row => row.Sex is Sex.Female))).ToArray();
        var special = Enumerable.Range(1, list.Classes).Select(c => Count(c, row => row.SpecialNeeds)).ToArray();
        if (counted.Select((count, c) => count.Item1 + count.Item2 > list.Capacities[c]).Any(isOver => isOver))
            return false;
        return list.Relief > 0
            ? counted.Select((count, c) => (count.Item1, count.Item2, special[c])).Order().SequenceEqual(wanted.Order())
            : counted.Order().SequenceEqual(wanted.Select(quota => (quota.Boys, quota.Girls)).Order()) && special.Max() - special.Min() <= 1;

        int Count(int number, Func<PlacementRow, bool> of) => classes.Where((k, i) => k == number && of(list.Rows[i])).Count();
    }
}
