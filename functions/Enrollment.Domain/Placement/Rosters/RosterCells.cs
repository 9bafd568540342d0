using System.Globalization;
using System.Text;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>One row of a sheet, cell by cell; what is wrong with a cell is added to the faults where it is read.</summary>
/// <param name="row">As a spreadsheet counts.</param>
/// <param name="cells">The texts.</param>
/// <param name="faults">Of the sheet.</param>
internal readonly struct RosterCells(int row, IReadOnlyList<string> cells, RosterFaults faults)
{
    private const int LongestText = 100;

    public int Row => row;

    public string? Text(int? place, int longest = LongestText)
    {
        if (place is not { } column || column >= cells.Count || string.IsNullOrWhiteSpace(cells[column]))
            return null;
        var text = cells[column].Trim();
        if (text.Length > longest)
            return Fault(place, RosterFaultCode.TooLong);
        return text.EnumerateRunes().Any(IsForbidden) ? Fault(place, RosterFaultCode.ForbiddenCharacters) : text;
    }

    public string? Needed(int? place, int longest = LongestText)
    {
        if (place is { } column && (column >= cells.Count || string.IsNullOrWhiteSpace(cells[column])))
            return Fault(place, RosterFaultCode.Required);
        return Text(place, longest);
    }

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
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
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

    // A lone surrogate comes as U+FFFD.
    private static bool IsForbidden(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is '<' or '>';

    public string? Fault(int? place, RosterFaultCode code, string detail = "")
    {
        faults.Add(row, place, code, detail);
        return null;
    }
}
