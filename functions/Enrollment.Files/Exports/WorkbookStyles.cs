using DocumentFormat.OpenXml.Spreadsheet;

namespace Enrollment.Files.Exports;

/// <summary>The few looks a cell can have.</summary>
internal static class WorkbookStyles
{
    public const uint Number = 0, Text = 1, Inert = 2, Heading = 3, InertHeading = 4;

    // Of the formats every workbook has: text stays what was typed, so that ticket 0012 does not become 12.
    private const uint AsText = 49;

    public static uint Of(SheetCell cell) => (cell.Number, cell.IsHeading, FormulaText.IsLike(cell.Text)) switch
    {
        (not null, _, _) => Number,
        (_, false, false) => Text,
        (_, false, true) => Inert,
        (_, true, false) => Heading,
        (_, true, true) => InertHeading,
    };

    public static Stylesheet Sheet() => new(
        new Fonts(Font(), Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Format(0), Format(0, isInert: true), Format(1), Format(1, isInert: true)));

    private static Font Font(params Bold[] bold) => new([.. bold, new FontSize { Val = 11 }, new FontName { Val = "宋体" }]);

    private static CellFormat Format(uint font, bool isInert = false) =>
        new() { NumberFormatId = AsText, ApplyNumberFormat = true, FontId = font, ApplyFont = true, QuotePrefix = isInert ? true : null };
}
