using System.Globalization;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>Makes of a stored cell the text a reader of the sheet sees.</summary>
/// <param name="strings">The workbook's shared texts.</param>
/// <param name="dateStyles">Styles that show a date.</param>
/// <param name="dayZero">What is added to days; workbooks of old Macintoshes count from 1904.</param>
internal sealed class WorkbookCell(List<string> strings, HashSet<int> dateStyles, int dayZero)
{
    /// <summary>From here on a double has lost the last digits.</summary>
    private const decimal FirstInexact = 1_000_000_000_000_000m;

    private const int LastDay = 100_000;

    /// <param name="type">The cell's t: s, str, inlineStr, b, e, d, n or nothing.</param>
    /// <param name="style">The cell's s.</param>
    /// <param name="value">What is stored.</param>
    public RosterCell Of(string? type, string? style, string value) => type switch
    {
        "s" => new(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : ""),
        // #N/A and the like are what is left of a formula.
        "e" => new("", RosterFaultCode.Formula),
        "d" => new(value.Split('T')[0]),
        null or "n" => Number(style, value),
        _ => new(value),
    };

    private RosterCell Number(string? style, string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new(value);
        if (int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && dateStyles.Contains(index) && number is > 0 and < LastDay)
            return new(DateTime.FromOADate((double)number + dayZero).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Math.Abs(number) >= FirstInexact)
            return new("", RosterFaultCode.DigitsLost);
        // A spreadsheet keeps 85.1 as 85.099999999999994.
        return new(decimal.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture));
    }
}
