namespace Enrollment.Files.Exports;

/// <summary>A sheet of a workbook, or a table of its own as CSV.</summary>
/// <param name="Name">1 to 31 characters, none of <c>[]:*?/\</c>.</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">From the first on, headings included.</param>
/// <param name="IsTable">The first row is the header and stays in sight.</param>
public sealed record Sheet(string Name, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<SheetCell>> Rows, bool IsTable)
{
    private const int Narrowest = 8, Widest = 60;

    /// <summary>A header and rows under it; columns as wide as their longest text.</summary>
    public static Sheet Table(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        List<IReadOnlyList<SheetCell>> all = [[.. header.Select(SheetCell.Heading)], .. rows];
        int[] widths = [.. header.Select((_, column) => Math.Clamp(all.Max(row => column < row.Count ? WidthOf(row[column].Text) : 0) + 2, Narrowest, Widest))];
        return new Sheet(name, widths, all, IsTable: true);
    }

    /// <summary>Everything as texts, for CSV.</summary>
    public void WriteCsv(TextWriter csv) => CsvText.Write(csv, Rows[0].Select(cell => cell.Text), Rows.Skip(1).Select(row => row.Select(cell => cell.Text)));

    // A Chinese character is as wide as two digits.
    private static int WidthOf(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);
}
