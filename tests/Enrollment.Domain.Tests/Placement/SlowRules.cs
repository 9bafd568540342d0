using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

/// <summary>Section 4 of docs/placement-record.md read a second time, pair by pair and pupil by pupil; shares nothing with the code it checks.</summary>
internal static class SlowRules
{
    /// <summary>Boys, girls and (with relief) special needs of group 1, group 2, …; without relief the special needs are the share every group has at least.</summary>
    public static (int Boys, int Girls, int Special)[] Quotas(PlacementList list)
    {
        var (n, k) = (list.Rows.Count, list.Classes);
        var boys = list.Rows.Count(row => row.Sex is Sex.Male);
        var special = list.Rows.Count(row => row.SpecialNeeds);
        int[] places = [.. Enumerable.Range(1, k).Select(g => special / k + (list.Relief > 0 && g <= special % k ? 1 : 0))];
        var sizes = Sizes(list, n, special, places);
        var quotas = new (int Boys, int Girls, int Special)[k];
        if (list.Relief == 0 && sizes.Max() - sizes.Min() <= 1)
        {
            var (extraBoys, extraGirls) = (boys % k, (n - boys) % k);
            for (var g = 0; g < k; g++)
            {
                // Girls' extras begin after the boys' last one and go round.
                var turn = (g - extraBoys + k) % k;
                quotas[g] = (boys / k + (g < extraBoys ? 1 : 0), (n - boys) / k + (turn < extraGirls ? 1 : 0), places[g]);
            }
            return quotas;
        }
        for (var g = 0; g < k; g++)
        {
            var (before, after) = (sizes.Take(g).Sum(), sizes.Take(g + 1).Sum());
            var ofGroup = n == 0 ? 0 : boys * after / n - boys * before / n;
            quotas[g] = (ofGroup, sizes[g] - ofGroup, places[g]);
        }
        return quotas;
    }

    /// <summary>What is wrong with a grouping, in words; null when nothing is.</summary>
    public static string? Broken(PlacementList list, IReadOnlyList<int> groups)
    {
        var quotas = Quotas(list);
        var extras = 0;
        for (var g = 0; g < list.Classes; g++)
        {
            int[] members = [.. Enumerable.Range(0, groups.Count).Where(i => groups[i] == g + 1)];
            var special = members.Count(i => list.Rows[i].SpecialNeeds) - quotas[g].Special;
            if (members.Count(i => list.Rows[i].Sex is Sex.Male) != quotas[g].Boys || members.Count(i => list.Rows[i].Sex is Sex.Female) != quotas[g].Girls)
                return $"sexes of group {g + 1}";
            if (special < 0 || special > (list.Relief > 0 ? 0 : 1))
                return $"special needs of group {g + 1}";
            extras += special;
        }
        if (list.Relief == 0 && extras != list.Rows.Count(row => row.SpecialNeeds) % list.Classes)
            return "special needs";
        return Pairs(list, groups);
    }

    /// <summary>What is wrong with the classes a grouping became; null when nothing is.</summary>
    public static string? BrokenClasses(PlacementResult result)
    {
        var list = result.List;
        if (!result.Numbers.Order().SequenceEqual(Enumerable.Range(1, list.Classes)))
            return "numbers";
        if (Enumerable.Range(0, list.Rows.Count).Any(i => list.Rows[i].Pin is { } pin && pin != result.ClassOf(i)))
            return "a pin";
        for (var c = 1; c <= list.Classes; c++)
        {
            int[] members = [.. Enumerable.Range(0, list.Rows.Count).Where(i => result.ClassOf(i) == c)];
            if (members.Length > list.Capacities[c - 1])
                return $"capacity of class {c}";
            if (members.Count(i => list.Rows[i].SpecialNeeds) > (list.SpecialNeedsCap ?? int.MaxValue))
                return $"cap of class {c}";
            if (result.Teams is { } teams && members.Any(i => list.Barred.Contains(new BarredTeam(teams[c - 1], list.Rows[i].Row))))
                return $"team of class {c}";
        }
        return (result.Teams ?? []).Order(StringComparer.Ordinal).SequenceEqual((list.Teams ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal) ? null : "teams";
    }

    private static string? Pairs(PlacementList list, IReadOnlyList<int> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (x, y, isSame) = (list.Rows[i], list.Rows[j], groups[i] == groups[j]);
                if (!isSame && ((x.Bundle is not null && x.Bundle == y.Bundle) || (x.Pin is not null && x.Pin == y.Pin)))
                    return $"{x.Row} and {y.Row} are not together";
                if (isSame && (x.ApartSets.Intersect(y.ApartSets).Any() || (x.Pin is not null && y.Pin is not null && x.Pin != y.Pin)))
                    return $"{x.Row} and {y.Row} are not apart";
            }
        }
        return null;
    }

    private static int[] Sizes(PlacementList list, int pupils, int special, int[] places)
    {
        var sizes = new int[list.Classes];
        if (list.Relief > 0)
        {
            var load = pupils + list.Relief * special;
            for (var g = 0; g < sizes.Length; g++)
                sizes[g] = load / sizes.Length + (g >= sizes.Length - load % sizes.Length ? 1 : 0) - list.Relief * places[g];
            return sizes;
        }
        for (var given = 0; given < pupils; given++)
            sizes[Enumerable.Range(0, sizes.Length).Where(c => sizes[c] < list.Capacities[c]).MinBy(c => sizes[c])]++;
        return [.. sizes.OrderDescending()];
    }
}
