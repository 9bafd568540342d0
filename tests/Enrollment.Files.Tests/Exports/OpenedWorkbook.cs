using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Enrollment.Files.Tests.Exports;

/// <summary>A workbook opened again: what every cell says, and what is wrong with the file.</summary>
internal sealed partial class OpenedWorkbook
{
    private OpenedWorkbook(Dictionary<string, List<Cell>> sheets, List<string> faults, CellFormat[] formats) => (Sheets, Faults, Formats) = (sheets, faults, formats);

    /// <summary>Cells by sheet, in the order of the file.</summary>
    public IReadOnlyDictionary<string, List<Cell>> Sheets { get; }

    public IReadOnlyList<string> Faults { get; }

    public IReadOnlyList<CellFormat> Formats { get; }

    public IEnumerable<Cell> Cells => Sheets.Values.SelectMany(cells => cells);

    public static OpenedWorkbook Of(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = document.WorkbookPart!;
        var sheets = book.Workbook!.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!, sheet => ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet!.Descendants<Cell>().ToList(), StringComparer.Ordinal);
        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2021).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ToList();
        return new OpenedWorkbook(sheets, faults, [.. book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()]);
    }

    public string At(string sheet, string place) => TextOf(Sheets[sheet].Single(cell => cell.CellReference == place));

    /// <summary>As a spreadsheet shows it: <c>_xHHHH_</c> is the character it stands for.</summary>
    public static string TextOf(Cell cell) =>
        Escape.Replace(cell.InlineString?.InnerText ?? cell.CellValue!.Text, match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape { get; }
}
