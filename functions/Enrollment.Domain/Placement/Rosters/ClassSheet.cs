namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Reads classes: number (班号) and capacity (容量), from the second row on.</summary>
public sealed class ClassSheet(RosterFaults faults)
{
    private const int MostSeats = 200;

    private readonly List<(int Row, int Number, int Capacity)> _classes = [];
    private bool _hasHeader;

    /// <summary>Adds a row; the first is the header.</summary>
    public void Add(int row, IReadOnlyList<string> texts)
    {
        if (texts.All(string.IsNullOrWhiteSpace))
            return;
        if (!_hasHeader)
        {
            _hasHeader = true;
            return;
        }
        var cells = new RosterCells(row, texts, faults);
        if (cells.Needed(0) is null | cells.Needed(1) is null)
            return;
        if (cells.Number(0, 9999) is { } number && cells.Number(1, MostSeats) is { } capacity)
            _classes.Add((row, number, capacity));
    }

    /// <summary>Capacities of class 1, class 2, …</summary>
    public IReadOnlyList<int> Capacities()
    {
        var sorted = _classes.OrderBy(c => c.Number).ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Number != i + 1)
                faults.Add(sorted[i].Row, 0, RosterFaultCode.ClassNumbers);
            if (sorted[i].Capacity == 0)
                faults.Add(sorted[i].Row, 1, RosterFaultCode.NotANumber);
        }
        if (sorted.Length == 0)
            faults.Add(0, place: null, RosterFaultCode.Empty);
        return [.. sorted.Select(c => c.Capacity)];
    }
}
