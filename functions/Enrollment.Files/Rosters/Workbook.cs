using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Enrollment.Files.Rosters;

/// <summary>A workbook read cell by cell, never as a whole.</summary>
internal sealed class Workbook : IDisposable
{
    private const long MostUnpacked = 300L << 20;
    private const long MostRatio = 200;
    private const int MostEntries = 500;
    private const int MostColumns = 200;

    private readonly SpreadsheetDocument _document;
    private readonly List<string> _strings;
    private readonly HashSet<uint> _dateStyles;

    private Workbook(SpreadsheetDocument document)
    {
        _document = document;
        _strings = SharedStrings(document);
        _dateStyles = DateStyles(document);
    }

    /// <summary>Does the package unpack to more than a roster can be? Looked at before anything is unpacked.</summary>
    public static bool IsBomb(Stream stream)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostUnpacked
            || archive.Entries.Any(entry => entry.Length > 1 << 20 && entry.Length > MostRatio * entry.CompressedLength);
    }

    /// <exception cref="OpenXmlPackageException">Not a workbook.</exception>
    public static Workbook Open(Stream stream)
    {
        stream.Position = 0;
        // The lengths in the package's directory may lie: reading stops here whatever they say.
        return new Workbook(SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpacked }));
    }

    /// <summary>Rows of the first sheet with one of these names; null when there is none.</summary>
    public IEnumerable<SheetRow>? Sheet(params string[] names)
    {
        var workbook = _document.WorkbookPart;
        var sheet = workbook?.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(sheet => names.Contains(sheet.Name?.Value?.Trim(), StringComparer.OrdinalIgnoreCase));
        return sheet?.Id?.Value is { } id && workbook!.GetPartById(id) is WorksheetPart part ? Rows(part) : null;
    }

    public void Dispose() => _document.Dispose();

    private IEnumerable<SheetRow> Rows(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            yield return RowOf(number, row);
        }
    }

    private SheetRow RowOf(int number, Row row)
    {
        var (cells, formulas) = (new List<string>(), new List<int>());
        foreach (var cell in row.Elements<Cell>())
        {
            var place = cell.CellReference?.Value is { } reference ? PlaceOf(reference) : cells.Count;
            if (place >= MostColumns)
                break;
            while (cells.Count <= place)
                cells.Add("");
            var text = TextOf(cell);
            if (cell.CellFormula is not null || SheetRow.IsFormula(text))
                formulas.Add(place);
            cells[place] = cell.CellFormula is null ? text : "";
        }
        return new SheetRow(number, cells, formulas);
    }

    private string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        if (type == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count ? _strings[index] : "";
        if (type is not null && type != CellValues.Number)
            return value;
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        if (cell.StyleIndex?.Value is { } style && _dateStyles.Contains(style) && number is > 0 and < 100_000)
            return DateTime.FromOADate((double)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A spreadsheet keeps 85.1 as 85.099999999999994.
        return decimal.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static int PlaceOf(string reference)
    {
        var place = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            place = place * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return place - 1;
    }

    private static List<string> SharedStrings(SpreadsheetDocument document)
    {
        var strings = new List<string>();
        if (document.WorkbookPart?.SharedStringTablePart is not { } part)
            return strings;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                strings.Add(reader.LoadCurrentElement()!.InnerText);
        }
        return strings;
    }

    private static HashSet<uint> DateStyles(SpreadsheetDocument document)
    {
        var sheet = document.WorkbookPart?.WorkbookStylesPart?.Stylesheet;
        var custom = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value?.Contains('y', StringComparison.OrdinalIgnoreCase) == true).Select(format => format.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        return sheet?.CellFormats?.Elements<CellFormat>().Select((format, index) => (Id: format.NumberFormatId?.Value ?? 0, Index: (uint)index))
            .Where(format => format.Id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) || custom.Contains(format.Id)).Select(format => format.Index).ToHashSet() ?? [];
    }
}
