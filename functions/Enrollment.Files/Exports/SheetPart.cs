using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Enrollment.Files.Exports;

/// <summary>Writes one sheet, row by row.</summary>
internal static class SheetPart
{
    // What a cell can hold (ECMA-376 and Excel's own limit).
    private const int LongestText = 32_767;
    private const uint PaperA4 = 9;

    public static void Write(WorksheetPart part, Exports.Sheet sheet)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new SheetViews(ViewOf(sheet)));
        xml.WriteElement(new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        xml.WriteStartElement(new SheetData());
        for (var i = 0; i < sheet.Rows.Count; i++)
            WriteRow(xml, i + 1, sheet.Rows[i]);
        xml.WriteEndElement();
        xml.WriteElement(new PageSetup { PaperSize = PaperA4, FitToWidth = 1, FitToHeight = 0 });
        xml.WriteEndElement();
    }

    private static SheetView ViewOf(Exports.Sheet sheet) => sheet.IsTable
        ? new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }
        : new SheetView { WorkbookViewId = 0 };

    private static void WriteRow(OpenXmlWriter xml, int number, IReadOnlyList<SheetCell> cells)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Text.Length > 0)
                xml.WriteElement(CellOf(cells[i], string.Create(CultureInfo.InvariantCulture, $"{Letters(i)}{number}")));
        }
        xml.WriteEndElement();
    }

    private static Cell CellOf(SheetCell cell, string place) => cell.Number is { } number
        ? new Cell(new CellValue(number)) { CellReference = place, DataType = CellValues.Number, StyleIndex = WorkbookStyles.Number }
        : new Cell(new InlineString(new Text(TextOf(cell)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place,
            DataType = CellValues.InlineString,
            StyleIndex = WorkbookStyles.Of(cell),
        };

    private static string TextOf(SheetCell cell) => XmlText.Of(cell.Text) is { Length: <= LongestText } text
        ? text
        : throw new ArgumentException("A text longer than a cell can hold.", nameof(cell));

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
