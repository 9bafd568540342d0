using System.Globalization;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>One row of a sheet, cell by cell; what is wrong with a cell is added to the faults where it is read.</summary>
/// <param name="row">As a spreadsheet counts.</param>
/// <param name="cells">What stands in it.</param>
/// <param name="faults">Of the sheet.</param>
internal readonly struct RosterCells(int row, IReadOnlyList<RosterCell> cells, RosterFaults faults)
{
    private const int LongestText = 100;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"];

    public int Row => row;

    public bool IsBlank(int? place) => place is not { } column || column >= cells.Count || cells[column].IsBlank;

    /// <summary>Nothing may stand where the header names no column: it would be left out without a word.</summary>
    public void OnlyUnder(IReadOnlySet<int> named)
    {
        for (var place = 0; place < cells.Count; place++)
        {
            if (!cells[place].IsBlank && !named.Contains(place))
                Fault(place, RosterFaultCode.NoHeading);
        }
    }

    public string? Text(int? place, int longest = LongestText)
    {
        if (IsBlank(place))
            return null;
        var cell = cells[place!.Value];
        if (cell.Fault is { } fault)
            return Fault(place, fault);
        if (CellText.IsFormula(cell.Text))
            return Fault(place, RosterFaultCode.Formula);
        var text = cell.Text.Trim();
        if (text.Length > longest)
            return Fault(place, RosterFaultCode.TooLong);
        return CellText.IsForbidden(text) ? Fault(place, RosterFaultCode.ForbiddenCharacters) : text;
    }

    public string? Needed(int? place, int longest = LongestText) =>
        place is not null && IsBlank(place) ? Fault(place, RosterFaultCode.Required) : Text(place, longest);

    /// <summary>A word of a closed list; null when blank or not in it.</summary>
    public T? Word<T>(int? place, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (Text(place) is not { } text)
            return null;
        if (words.TryGetValue(text, out var value))
            return value;
        Fault(place, RosterFaultCode.UnknownValue);
        return null;
    }

    public DateOnly? Date(int? place)
    {
        if (Needed(place) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault(place, RosterFaultCode.NotADate);
        return null;
    }

    /// <summary>A score from 0 to 1000 with at most one decimal, in tenths.</summary>
    public int? Tenths(int? place)
    {
        if (Needed(place) is not { } text)
            return null;
        var parts = text.Split('.');
        if (parts.Length == 1 && CanonicalText.Number(parts[0], 1000) is { } points)
            return points * 10;
        if (parts is [var before, { Length: 1 } after] && CanonicalText.Number(before, 1000) is { } full && CanonicalText.Number(after, 9) is { } tenths
            && full * 10 + tenths <= 10_000)
        {
            return full * 10 + tenths;
        }
        Fault(place, RosterFaultCode.NotANumber);
        return null;
    }

    public int? Number(int? place, int atMost)
    {
        if (Text(place) is not { } text)
            return null;
        if (CanonicalText.Number(text, atMost) is { } number)
            return number;
        Fault(place, RosterFaultCode.NotANumber);
        return null;
    }

    public string? Fault(int? place, RosterFaultCode code, string detail = "")
    {
        faults.Add(row, place, code, detail);
        return null;
    }
}
