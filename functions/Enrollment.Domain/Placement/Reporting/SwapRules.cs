using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Which two pupils may change classes in a placement that obeys the rules, so that it still does (docs/placement-record.md section 4).</summary>
internal sealed class SwapRules
{
    private readonly PlacementList _list;
    private readonly IReadOnlyList<int> _classOf;
    private readonly int[] _special;
    private readonly Dictionary<(int Set, int Class), int> _setsIn = [];
    private readonly HashSet<(RowCode Row, int Class)> _barred;

    public SwapRules(PlacementList list, IReadOnlyList<int> classOf, IReadOnlyList<string>? teams)
    {
        (_list, _classOf) = (list, classOf);
        _special = new int[list.Classes];
        for (var i = 0; i < classOf.Count; i++)
        {
            _special[classOf[i] - 1] += list.Rows[i].SpecialNeeds ? 1 : 0;
            foreach (var set in list.Rows[i].ApartSets)
                _setsIn[(set, classOf[i])] = _setsIn.GetValueOrDefault((set, classOf[i])) + 1;
        }
        // Whoever is bound to others, or to a class, stays.
        CanMove = [.. Enumerable.Repeat(element: true, list.Rows.Count)];
        foreach (var row in Blocks.Of(list).Bound.Where(block => block.Rows.Count > 1 || block.Pin is not null).SelectMany(block => block.Rows))
            CanMove[row] = false;
        _barred = teams is null
            ? []
            : [.. list.Barred.SelectMany(barred => Enumerable.Range(0, teams.Count).Where(c => teams[c] == barred.Team).Select(c => (barred.Row, c + 1)))];
    }

    public bool[] CanMove { get; }

    public bool Allow(int i, int j) =>
        CanMove[i] && CanMove[j] && _classOf[i] != _classOf[j]
        && _list.Rows[i].Sex is Sex.Male == _list.Rows[j].Sex is Sex.Male
        && AllowsSpecialNeeds(i, j) && IsApart(i, j) && IsApart(j, i)
        && !_barred.Contains((_list.Rows[i].Row, _classOf[j])) && !_barred.Contains((_list.Rows[j].Row, _classOf[i]));

    /// <summary>An extra special-needs place may move on to a class that has none, unless sizes hang on it.</summary>
    private bool AllowsSpecialNeeds(int i, int j)
    {
        var (special, other) = (_list.Rows[i].SpecialNeeds, _list.Rows[j].SpecialNeeds);
        if (special == other)
            return true;
        var (from, to) = special ? (i, j) : (j, i);
        return _list.Relief == 0 && _special[_classOf[from] - 1] == _special[_classOf[to] - 1] + 1;
    }

    /// <summary>Does the class of j, without j, hold nobody the pupil i must be apart from?</summary>
    private bool IsApart(int i, int j)
    {
        foreach (var set in _list.Rows[i].ApartSets)
        {
            if (_setsIn.GetValueOrDefault((set, _classOf[j])) > (_list.Rows[j].ApartSets.Contains(set) ? 1 : 0))
                return false;
        }
        return true;
    }
}
