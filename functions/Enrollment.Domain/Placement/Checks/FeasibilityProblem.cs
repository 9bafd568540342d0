using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Checks;

/// <summary>Some of a list's rules, made ready for the question whether they can hold together: blocks to be seated, and what each group takes.</summary>
internal sealed class FeasibilityProblem
{
    private readonly ListRoom _room;

    private FeasibilityProblem(ListRoom room, IReadOnlyCollection<RuleItem> items)
    {
        _room = room;
        (HasSexes, HasSpecialNeeds) = (items.Contains(RuleItem.Sexes), items.Contains(RuleItem.SpecialNeeds));
        BreaksRoom = items.Any(item => item.Kind is RuleKind.Pinned && (item.Number > room.List.Classes || room.TooSmallForPins is not null));
        var sets = items.Where(item => item.Kind is RuleKind.Apart).Select(item => item.Number).Distinct().Select((set, i) => (set, i)).ToDictionary(pair => pair.set, pair => pair.i + 1);
        SetCount = sets.Count + 1;
        Blocks = [.. BlocksOf(items, sets).Where(block => !block.IsFree)];
        var seated = Blocks.SelectMany(block => block.Rows).Where(i => room.List.Rows[i].SpecialNeeds).ToArray();
        var boys = seated.Count(i => room.List.Rows[i].Sex is Sex.Male);
        LooseSpecialBoys = !HasSpecialNeeds ? 0 : HasSexes ? room.SpecialBoys - boys : room.SpecialBoys + room.SpecialGirls - seated.Length;
        Boys = Taken(g => HasSexes ? room.Quotas!.Boys[g] : room.Quotas!.SizeOf(g));
        Girls = Taken(g => HasSexes ? room.Quotas!.Girls[g] : 0);
        Special = Taken(g => HasSpecialNeeds ? room.Quotas!.Special[g] : 0);
    }

    public bool HasSexes { get; }

    public bool HasSpecialNeeds { get; }

    /// <summary>Is there a pin the classes do not allow, whoever sits where?</summary>
    public bool BreaksRoom { get; }

    /// <summary>Are the seats of the groups known?</summary>
    public bool HasSeats => _room.Quotas is not null;

    public IReadOnlyList<Together> Blocks { get; }

    public int SetCount { get; }

    public int Groups => _room.List.Classes;

    /// <summary>Boys with special needs under no other rule (all such pupils where sexes do not count).</summary>
    public int LooseSpecialBoys { get; }

    public int[] Boys { get; }

    public int[] Girls { get; }

    public int[] Special { get; }

    public int ExtraSpecial => HasSpecialNeeds && HasSeats ? _room.Quotas!.ExtraSpecial : 0;

    public static FeasibilityProblem Of(ListRoom room, IReadOnlyCollection<RuleItem> items) => new(room, items);

    private int[] Taken(Func<int, int> of) => [.. Enumerable.Range(0, Groups).Select(g => HasSeats ? of(g) : _room.List.Rows.Count)];

    private IEnumerable<Together> BlocksOf(IReadOnlyCollection<RuleItem> items, Dictionary<int, int> sets)
    {
        var parts = items.Where(item => item.Row >= 0).GroupBy(item => item.Row).OrderBy(row => row.Key).Select(row => (Row: row.Key, Items: row.ToArray())).ToArray();
        var root = Enumerable.Range(0, parts.Length).ToArray();
        var first = new Dictionary<(RuleKind, int), int>();
        for (var p = 0; p < parts.Length; p++)
        {
            foreach (var item in parts[p].Items.Where(item => item.Kind is not RuleKind.Apart))
            {
                if (!first.TryAdd((item.Kind, item.Number), p))
                    root[RootOf(root, first[(item.Kind, item.Number)])] = RootOf(root, p);
            }
        }
        return Enumerable.Range(0, parts.Length).GroupBy(p => RootOf(root, p))
            .Select(block => BlockOf([.. block.Select(p => parts[p].Row)], [.. block.SelectMany(p => parts[p].Items)], sets));
    }

    private Together BlockOf(int[] rows, RuleItem[] items, Dictionary<int, int> sets)
    {
        var boys = HasSexes ? rows.Count(i => _room.List.Rows[i].Sex is Sex.Male) : rows.Length;
        var special = HasSpecialNeeds ? rows.Count(i => _room.List.Rows[i].SpecialNeeds) : 0;
        int[] apart = [.. items.Where(item => item.Kind is RuleKind.Apart).Select(item => sets[item.Number])];
        var pins = items.Where(item => item.Kind is RuleKind.Pinned).Select(item => item.Number).Distinct().Count();
        int[] distinct = [.. apart.Distinct().Order()];
        return new Together(rows, new Demand(rows.Length, boys, rows.Length - boys, special), pins > 0 ? [0, .. distinct] : distinct, pins > 1 || distinct.Length < apart.Length);
    }

    private static int RootOf(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
