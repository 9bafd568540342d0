using System.Globalization;
using System.Text;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Supply;

/// <summary>One row of a file; every reading says what is wrong and goes on, so that one look shows all faults.</summary>
internal sealed class SupplyRow(SupplyFile file, int line, IReadOnlyDictionary<string, string> cells, SupplyFaults faults)
{
    public int Line => line;

    /// <summary>Has anything in this row been wrong so far?</summary>
    public bool IsFaulty { get; private set; }

    public bool Has(SupplyColumn column) => cells.TryGetValue(column.Name, out var text) && !string.IsNullOrWhiteSpace(text);

    /// <summary>The text; null where there is none, or none that may stand in a list.</summary>
    public string? Text(SupplyColumn column, bool isRequired = false)
    {
        if (!Has(column))
            return isRequired ? Wrong<string>(column, SupplyFaultCode.Required) : null;
        var text = cells[column.Name].Trim();
        if (FormulaText.IsLike(text))
            return Wrong<string>(column, SupplyFaultCode.Formula);
        if (text.Length > column.MostLength)
            return Wrong<string>(column, SupplyFaultCode.TooLong);
        return text.EnumerateRunes().Any(IsForbidden) ? Wrong<string>(column, SupplyFaultCode.ForbiddenCharacters) : text;
    }

    public int? Number(SupplyColumn column, int least, int most, bool isRequired = false)
    {
        if (!Has(column))
        {
            if (isRequired)
                Add(column, SupplyFaultCode.Required);
            return null;
        }
        if (int.TryParse(cells[column.Name].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Add(column, SupplyFaultCode.NotANumber);
        return null;
    }

    /// <summary>A day of the form 2019-03-01.</summary>
    public DateOnly? Day(SupplyColumn column, bool isRequired = false)
    {
        if (Text(column, isRequired) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Add(column, SupplyFaultCode.DateForm);
        return null;
    }

    /// <summary>What stands there, for columns with a reading of their own.</summary>
    public string? Raw(SupplyColumn column) => Has(column) ? cells[column.Name].Trim() : null;

    /// <summary>One of the values, by any of its words.</summary>
    public T? Choice<T>(SupplyColumn column, IReadOnlyDictionary<string, T> words, bool isRequired = false) where T : struct
    {
        if (Text(column, isRequired) is not { } text)
            return null;
        if (words.TryGetValue(text, out var value))
            return value;
        Add(column, SupplyFaultCode.UnknownValue);
        return null;
    }

    public void Add(SupplyColumn? column, SupplyFaultCode code, string detail = "")
    {
        IsFaulty = true;
        faults.Add(file, line, column?.Name ?? "", code, detail);
    }

    private T? Wrong<T>(SupplyColumn column, SupplyFaultCode code) where T : class
    {
        Add(column, code);
        return null;
    }

    // What comes out again on notices and in spreadsheets; a lone surrogate comes as U+FFFD.
    private static bool IsForbidden(Rune rune) => rune == Rune.ReplacementChar || rune.Value is '<' or '>'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
