namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Collects what is wrong with one sheet; past the first thousand it only counts.</summary>
public sealed class RosterFaults(RosterSheet sheet)
{
    /// <summary>How many are kept.</summary>
    public const int Most = 1000;

    private readonly List<RosterFault> _faults = [];

    /// <summary>How many there are, those not kept included.</summary>
    public int Count { get; private set; }

    /// <summary>Those kept, in the order they were found.</summary>
    public IReadOnlyList<RosterFault> Kept => _faults;

    /// <summary>Adds one.</summary>
    /// <param name="row">As a spreadsheet counts, from 1; 0 for the whole sheet.</param>
    /// <param name="place">The column, from 0; null for the whole row.</param>
    /// <param name="code">What is wrong.</param>
    /// <param name="detail">No person's data.</param>
    public void Add(int row, int? place, RosterFaultCode code, string detail = "")
    {
        Count++;
        if (_faults.Count < Most)
            _faults.Add(new RosterFault(sheet, row, place is { } column ? Letter(column) : "", code, detail));
    }

    private static string Letter(int place) => place < 26 ? ((char)('A' + place)).ToString() : Letter(place / 26 - 1) + (char)('A' + place % 26);
}
