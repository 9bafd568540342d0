using Enrollment.Files.Rosters;
using Sylvan.Data.Csv;

namespace Enrollment.Files.Supply;

/// <summary>Reads a CSV file of one kind, row by row.</summary>
internal sealed class SupplySheet(SupplyFile file, IReadOnlyList<SupplyColumn> columns, int mostRows, SupplyFaults faults)
{
    /// <summary>The largest file of text: two hundred thousand buildings have a tenth of it.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>Calls back for every row with something in it.</summary>
    public void Read(Stream csv, Action<SupplyRow> each)
    {
        if (csv.Length > MostBytes)
        {
            faults.Add(file, 0, "", SupplyFaultCode.FileTooLarge);
            return;
        }
        if (CsvRows.EncodingOf(csv) is not { } encoding)
        {
            faults.Add(file, 0, "", SupplyFaultCode.NotText);
            return;
        }
        try
        {
            Each(CsvRows.Of(csv, encoding).Where(row => !row.IsBlank), each);
        }
        catch (CsvFormatException e)
        {
            faults.Add(file, e.RowNumber, "", SupplyFaultCode.NotText);
        }
    }

    private void Each(IEnumerable<SheetRow> rows, Action<SupplyRow> each)
    {
        List<SupplyColumn?>? header = null;
        var count = 0;
        foreach (var row in rows)
        {
            if (header is null)
            {
                if ((header = Header(row)) is null)
                    return;
                continue;
            }
            if (++count > mostRows)
            {
                faults.Add(file, row.Number, "", SupplyFaultCode.TooManyRows);
                return;
            }
            if (row.Cells.Count > header.Count)
                faults.Add(file, row.Number, "", SupplyFaultCode.TooManyCells);
            each(new SupplyRow(file, row.Number, Cells(row, header), faults));
        }
        if (count == 0)
            faults.Add(file, 0, "", SupplyFaultCode.Empty);
    }

    private static Dictionary<string, string> Cells(SheetRow row, List<SupplyColumn?> header) => row.Cells.Take(header.Count).Select((cell, i) => (cell, column: header[i]))
        .Where(pair => pair.column is not null).ToDictionary(pair => pair.column!.Name, pair => pair.cell.Text, StringComparer.Ordinal);

    /// <summary>Null when the columns are not the file's: what stands below would be read wrongly.</summary>
    private List<SupplyColumn?>? Header(SheetRow row)
    {
        var before = faults.Count;
        var header = new List<SupplyColumn?>();
        foreach (var cell in row.Cells)
        {
            var name = cell.Text.Trim();
            var column = columns.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase) || known.Chinese == name);
            if (column is null && name.Length > 0)
                faults.Add(file, row.Number, "", SupplyFaultCode.ColumnUnknown, Number(header.Count));
            if (column is not null && header.Contains(column))
                faults.Add(file, row.Number, column.Name, SupplyFaultCode.ColumnTwice);
            header.Add(column);
        }
        foreach (var missing in columns.Where(column => column.IsRequired && !header.Contains(column)))
            faults.Add(file, row.Number, missing.Name, SupplyFaultCode.ColumnMissing, missing.Name);
        return faults.Count == before ? header : null;
    }

    private static string Number(int place) => (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
