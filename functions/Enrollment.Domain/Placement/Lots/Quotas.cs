namespace Enrollment.Domain.Placement.Lots;

/// <summary>
/// How many boys, girls and pupils with special needs each group takes, decided before anybody is drawn (docs/placement-record.md section 4).
/// Quota-first keeps both sexes and the sizes within one of each other; a snake order cannot (DOMAIN.md 3.4).
/// </summary>
/// <param name="Boys">Of group 1, group 2, …</param>
/// <param name="Girls">Likewise.</param>
/// <param name="Special">Places for special needs, without the extra ones that are drawn.</param>
/// <param name="ExtraSpecial">How many groups get one special-needs place more by the draw.</param>
public sealed record Quotas(IReadOnlyList<int> Boys, IReadOnlyList<int> Girls, IReadOnlyList<int> Special, int ExtraSpecial)
{
    /// <summary>How many groups.</summary>
    public int Groups => Boys.Count;

    /// <summary>Pupils of the group (from 0).</summary>
    public int SizeOf(int group) => Boys[group] + Girls[group];

    /// <summary>Pupils of the largest group.</summary>
    public int LargestSize => Enumerable.Range(0, Groups).Max(SizeOf);

    /// <summary>Of so many boys, girls and pupils with special needs in classes of these capacities.</summary>
    public static Quotas Of(int boys, int girls, int special, IReadOnlyList<int> capacities, int relief)
    {
        var groups = capacities.Count;
        var pupils = boys + girls;
        var (each, extra) = (special / groups, special % groups);
        int[] places = [.. Enumerable.Range(0, groups).Select(g => each + (relief > 0 && g < extra ? 1 : 0))];
        var drawn = relief > 0 ? 0 : extra;
        if (relief > 0)
            return Proportional(Relieved(pupils, special, places, relief), boys, pupils, places, drawn);
        var sizes = EvenSizes(pupils, capacities);
        return sizes.Max() - sizes.Min() <= 1
            ? Even(boys, girls, groups, places, drawn)
            : Proportional(sizes, boys, pupils, places, drawn);
    }

    private static Quotas Even(int boys, int girls, int groups, int[] special, int extraSpecial)
    {
        var (eachBoys, extraBoys) = (boys / groups, boys % groups);
        var (eachGirls, extraGirls) = (girls / groups, girls % groups);
        var boysOf = new int[groups];
        var girlsOf = new int[groups];
        for (var g = 0; g < groups; g++)
        {
            boysOf[g] = eachBoys + (g < extraBoys ? 1 : 0);
            girlsOf[(extraBoys + g) % groups] = eachGirls + (g < extraGirls ? 1 : 0);
        }
        return new Quotas(boysOf, girlsOf, special, extraSpecial);
    }

    private static Quotas Proportional(int[] sizes, int boys, int pupils, int[] special, int extraSpecial)
    {
        var boysOf = new int[sizes.Length];
        long before = 0;
        for (var g = 0; g < sizes.Length; g++)
        {
            var after = before + sizes[g];
            boysOf[g] = pupils == 0 ? 0 : (int)(boys * after / pupils - boys * before / pupils);
            before = after;
        }
        return new Quotas(boysOf, [.. sizes.Select((size, g) => size - boysOf[g])], special, extraSpecial);
    }

    private static int[] Relieved(int pupils, int special, int[] places, int relief)
    {
        var groups = places.Length;
        var load = pupils + relief * special;
        var (each, extra) = (load / groups, load % groups);
        return [.. places.Select((place, g) => each + (g >= groups - extra ? 1 : 0) - relief * place)];
    }

    /// <summary>Sizes as even as the capacities allow, largest first.</summary>
    private static int[] EvenSizes(int pupils, IReadOnlyList<int> capacities)
    {
        var groups = capacities.Count;
        var sizes = new int[groups];
        var left = pupils;
        int[] ascending = [.. Enumerable.Range(0, groups).OrderBy(c => capacities[c])];
        // From the smallest room up, each takes its even share of what is left, or all it holds; the last ones take what remains over.
        for (var i = 0; i < groups; i++)
        {
            sizes[i] = Math.Min(capacities[ascending[i]], left / (groups - i));
            left -= sizes[i];
        }
        if (left > 0)
            throw new ArgumentException("More pupils than seats.", nameof(pupils));
        return [.. sizes.OrderDescending()];
    }
}
