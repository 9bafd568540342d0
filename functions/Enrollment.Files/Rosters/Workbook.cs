using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Enrollment.Files.Rosters;

/// <summary>A workbook read cell by cell, never as a whole.</summary>
internal sealed class Workbook : IDisposable
{
    /// <summary>Days between the first of 1900 and of 1904, as spreadsheets count them.</summary>
    private const int DaysTo1904 = 1462;

    private readonly SpreadsheetDocument _document;
    private readonly List<(string Name, string Part)> _sheets = [];
    private readonly WorkbookCell _cell;

    private Workbook(SpreadsheetDocument document)
    {
        _document = document;
        var book = document.WorkbookPart ?? throw new InvalidDataException("No workbook in the package.");
        var dayZero = Read(book);
        _cell = new WorkbookCell(
            book.SharedStringTablePart is { } strings ? SharedStrings.Read(strings.GetStream(FileMode.Open, FileAccess.Read)) : [],
            book.WorkbookStylesPart is { } styles ? DateStyles.Read(styles.GetStream(FileMode.Open, FileAccess.Read)) : [], dayZero);
    }

    /// <exception cref="OpenXmlPackageException">Not a workbook.</exception>
    public static Workbook Open(Stream stream)
    {
        stream.Position = 0;
        return new Workbook(SpreadsheetDocument.Open(stream, isEditable: false));
    }

    /// <summary>Rows of the first sheet with one of these names; null when there is none.</summary>
    public IEnumerable<SheetRow>? Sheet(params string[] names)
    {
        var part = _sheets.Find(sheet => names.Contains(sheet.Name.Trim(), StringComparer.OrdinalIgnoreCase)).Part;
        return part is not null && _document.WorkbookPart!.GetPartById(part) is WorksheetPart sheet
            ? new SheetRows(_cell).Of(sheet.GetStream(FileMode.Open, FileAccess.Read))
            : null;
    }

    public void Dispose() => _document.Dispose();

    private int Read(WorkbookPart book)
    {
        var dayZero = 0;
        using var xml = SheetXml.Open(book.GetStream(FileMode.Open, FileAccess.Read));
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr" && xml.IsTrue("date1904"))
                dayZero = DaysTo1904;
            if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && RelationOf(xml) is { } part)
                _sheets.Add((name, part));
        }
        return dayZero;
    }

    // The attribute's namespace differs between the transitional and the strict form.
    private static string? RelationOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id")
                id = sheet.Value;
        }
        sheet.MoveToElement();
        return id;
    }
}
