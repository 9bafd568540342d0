using System.Globalization;

namespace Enrollment.Files.Exports;

/// <summary>CSV that spreadsheets show and never run (OWASP): a text that looks like a formula gets an apostrophe before it.</summary>
public static class CsvText
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>A whole number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a table, rows ended as RFC 4180 says.</summary>
    public static void Write(TextWriter csv, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        foreach (var row in rows.Prepend(header))
        {
            csv.Write(string.Join(',', row.Select(Cell)));
            csv.Write("\r\n");
        }
    }

    private static string Cell(string text)
    {
        var inert = FormulaText.IsLike(text) ? $"'{text}" : text;
        return inert.IndexOfAny(Quoted) < 0 ? inert : $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
