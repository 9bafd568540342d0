namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Reads classes: number (班号) and capacity (容量).</summary>
public sealed class ClassSheet(RosterFaults faults)
{
    private const int MostClasses = 999;
    private const int MostSeats = 200;

    private static readonly NamedColumn[] Columns = [new(["班号", "number"]), new(["容量", "capacity"])];

    private readonly List<(int Row, int Number, int Capacity)> _classes = [];
    private int?[]? _places;
    private HashSet<int> _named = [];
    private bool _hasHeader;

    /// <summary>Adds a row; the first that is not blank is the header.</summary>
    public void Add(int row, IReadOnlyList<RosterCell> texts)
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            _places = NamedColumns.Read(row, texts, Columns, faults);
            _named = NamedColumns.Named(_places ?? []);
            return;
        }
        if (_places is not [var numberAt, var capacityAt])
            return;
        var cells = new RosterCells(row, texts, faults);
        cells.OnlyUnder(_named);
        var number = cells.Needed(numberAt) is null ? null : cells.Number(numberAt, MostClasses);
        var capacity = cells.Needed(capacityAt) is null ? null : cells.Number(capacityAt, MostSeats);
        if (capacity == 0)
            cells.Fault(capacityAt, RosterFaultCode.NotANumber);
        if (number is { } known && capacity is { } seats)
            _classes.Add((row, known, seats));
    }

    /// <summary>Capacities of class 1, class 2, …; null when the sheet has faults.</summary>
    public IReadOnlyList<int>? Capacities()
    {
        var sorted = _classes.OrderBy(c => c.Number).ToArray();
        if (faults.Count == 0 && sorted.Length == 0)
            faults.Add(0, place: null, RosterFaultCode.Empty);
        for (var i = 0; i < sorted.Length && faults.Count == 0; i++)
        {
            if (sorted[i].Number != i + 1)
                faults.Add(sorted[i].Row, _places![0], RosterFaultCode.ClassNumbers);
        }
        return faults.Count == 0 ? [.. sorted.Select(c => c.Capacity)] : null;
    }
}
