using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The pupils of a list by what binds them.</summary>
/// <param name="Bound">Blocks under a rule, in the order they are drawn.</param>
/// <param name="FreeBoys">Indexes of boys under no rule but their quota, in list order.</param>
/// <param name="FreeGirls">Indexes of girls likewise.</param>
/// <param name="SetCount">How many apart sets there are, the one of the pins included.</param>
public sealed record Blocks(IReadOnlyList<Block> Bound, IReadOnlyList<int> FreeBoys, IReadOnlyList<int> FreeGirls, int SetCount)
{
    /// <summary>Joins bundles and pins to blocks.</summary>
    public static Blocks Of(PlacementList list)
    {
        var labels = list.Rows.SelectMany(row => row.ApartSets).Distinct().Order().ToArray();
        var sets = labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i + 1);
        var bound = new List<Block>();
        var (boys, girls) = (new List<int>(), new List<int>());
        foreach (var rows in Joined(list))
        {
            if (rows.Count == 1 && IsFree(list.Rows[rows[0]]))
                (list.Rows[rows[0]].Sex is Sex.Male ? boys : girls).Add(rows[0]);
            else
                bound.Add(Block.Of(list, rows, sets));
        }
        bound.Sort(ByTightness);
        return new Blocks(bound, boys, girls, labels.Length + 1);
    }

    private static bool IsFree(PlacementRow row) => row is { SpecialNeeds: false, Pin: null, ApartSets.Count: 0 };

    private static int ByTightness(Block x, Block y)
    {
        if (x.Pin is not null || y.Pin is not null)
            return (x.Pin ?? int.MaxValue).CompareTo(y.Pin ?? int.MaxValue);
        if (x.Rows.Count != y.Rows.Count)
            return y.Rows.Count.CompareTo(x.Rows.Count);
        if (x.Special != y.Special)
            return y.Special.CompareTo(x.Special);
        return x.ApartSets.Count != y.ApartSets.Count ? y.ApartSets.Count.CompareTo(x.ApartSets.Count) : x.Rows[0].CompareTo(y.Rows[0]);
    }

    /// <summary>Rows that share a bundle or a pin, directly or through others; in order of their first row.</summary>
    private static List<List<int>> Joined(PlacementList list)
    {
        int[] root = [.. Enumerable.Range(0, list.Rows.Count)];
        var (ofBundle, ofPin) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var i = 0; i < root.Length; i++)
        {
            if (list.Rows[i].Bundle is { } bundle && !ofBundle.TryAdd(bundle, i))
                Join(root, ofBundle[bundle], i);
            if (list.Rows[i].Pin is { } pin && !ofPin.TryAdd(pin, i))
                Join(root, ofPin[pin], i);
        }
        var members = new Dictionary<int, List<int>>();
        var first = new List<List<int>>();
        for (var i = 0; i < root.Length; i++)
        {
            var r = RootOf(root, i);
            if (!members.TryGetValue(r, out var rows))
                first.Add(members[r] = rows = []);
            rows.Add(i);
        }
        return first;
    }

    private static void Join(int[] root, int x, int y) => root[RootOf(root, x)] = RootOf(root, y);

    private static int RootOf(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
