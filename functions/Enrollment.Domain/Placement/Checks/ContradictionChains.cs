namespace Enrollment.Domain.Placement.Checks;

/// <summary>The shortest way from one pupil to another over bundles and fixed classes: why these two must share a class, told in as few steps as possible.</summary>
internal sealed class ContradictionChains
{
    // Chains between all pupils of a block of hundreds would be the same story over and over.
    private const int MostStarts = 50;

    private readonly PlacementList _list;
    private readonly Dictionary<(RuleKind Kind, int Number), List<int>> _members = [];

    public ContradictionChains(PlacementList list)
    {
        _list = list;
        for (var i = 0; i < list.Rows.Count; i++)
        {
            foreach (var link in LinksOf(i))
            {
                if (!_members.TryGetValue(link, out var members))
                    _members[link] = members = [];
                members.Add(i);
            }
        }
    }

    /// <summary>For a contradictory block: a chain for each apart set that has two of its pupils, and one for two pins.</summary>
    public IEnumerable<IReadOnlyList<RuleItem>> Of(Together block)
    {
        foreach (var set in block.Rows.SelectMany(i => _list.Rows[i].ApartSets).CountBy(set => set).Where(pair => pair.Value > 1).Select(pair => pair.Key))
        {
            int[] rows = [.. block.Rows.Where(i => _list.Rows[i].ApartSets.Contains(set))];
            yield return Shortest(rows, (from, to) => to != from && _list.Rows[to].ApartSets.Contains(set),
                (from, to) => [new RuleItem(RuleKind.Apart, set, from), new RuleItem(RuleKind.Apart, set, to)]);
        }
        int[] pinned = [.. block.Rows.Where(i => _list.Rows[i].Pin is not null)];
        if (pinned.Select(i => _list.Rows[i].Pin).Distinct().Count() > 1)
        {
            yield return Shortest(pinned, (from, to) => _list.Rows[to].Pin is { } pin && pin != _list.Rows[from].Pin,
                (from, to) => [new RuleItem(RuleKind.Pinned, _list.Rows[from].Pin!.Value, from), new RuleItem(RuleKind.Pinned, _list.Rows[to].Pin!.Value, to)]);
        }
    }

    private IReadOnlyList<RuleItem> Shortest(int[] starts, Func<int, int, bool> isEnd, Func<int, int, RuleItem[]> ends) =>
        starts.Take(MostStarts).Select(start => (Start: start, Chain: ChainFrom(start, to => isEnd(start, to))))
            .Where(found => found.Chain is not null).OrderBy(found => found.Chain!.Items.Count)
            .Select(found => (IReadOnlyList<RuleItem>)[.. ends(found.Start, found.Chain!.End).Concat(found.Chain.Items).Distinct()]).First();

    private Chain? ChainFrom(int start, Func<int, bool> isEnd)
    {
        var before = new Dictionary<int, (int Row, (RuleKind Kind, int Number) Link)>();
        var (waiting, used) = (new Queue<int>([start]), new HashSet<(RuleKind, int)>());
        while (waiting.TryDequeue(out var row))
        {
            if (row != start && isEnd(row))
                return Trace(start, row, before);
            foreach (var link in LinksOf(row).Where(used.Add))
            {
                foreach (var next in _members[link].Where(next => next != start && before.TryAdd(next, (row, link))))
                    waiting.Enqueue(next);
            }
        }
        return null;
    }

    private static Chain Trace(int start, int end, Dictionary<int, (int Row, (RuleKind Kind, int Number) Link)> before)
    {
        var items = new List<RuleItem>();
        for (var row = end; row != start; row = before[row].Row)
        {
            var (from, link) = before[row];
            items.Add(new RuleItem(link.Kind, link.Number, row));
            items.Add(new RuleItem(link.Kind, link.Number, from));
        }
        return new Chain(end, items);
    }

    private IEnumerable<(RuleKind Kind, int Number)> LinksOf(int row)
    {
        if (_list.Rows[row].Bundle is { } bundle)
            yield return (RuleKind.Together, bundle);
        if (_list.Rows[row].Pin is { } pin)
            yield return (RuleKind.Pinned, pin);
    }

    private sealed record Chain(int End, List<RuleItem> Items);
}
