using System.Xml;

namespace Enrollment.Files.Rosters;

/// <summary>A workbook read cell by cell, never as a whole.</summary>
internal sealed class Workbook
{
    /// <summary>Days between the first of 1900 and of 1904, as spreadsheets count them.</summary>
    private const int DaysTo1904 = 1462;

    private readonly WorkbookPackage _package;
    private readonly Dictionary<string, string> _sheets = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkbookCell _cell;

    /// <exception cref="InvalidDataException">Not a workbook.</exception>
    public Workbook(WorkbookPackage package)
    {
        _package = package;
        var book = PartOf(package.RelationsOf(""), "officeDocument") ?? throw new InvalidDataException("No workbook in the package.");
        var relations = package.RelationsOf(book);
        var dayZero = Read(book, relations);
        _cell = new WorkbookCell(
            PartOf(relations, "sharedStrings") is { } strings ? SharedStrings.Read(package.Open(strings)) : [],
            PartOf(relations, "styles") is { } styles ? DateStyles.Read(package.Open(styles)) : [], dayZero);
    }

    /// <summary>Rows of the first sheet with one of these names; null when there is none.</summary>
    public IEnumerable<SheetRow>? Sheet(params string[] names) =>
        names.FirstOrDefault(_sheets.ContainsKey) is { } name ? new SheetRows(_cell).Of(_package.Open(_sheets[name])) : null;

    private static string? PartOf(IReadOnlyList<Relation> relations, string kind) => relations.FirstOrDefault(relation => relation.Kind == kind)?.Part;

    private int Read(string book, IReadOnlyList<Relation> relations)
    {
        var parts = relations.Where(relation => relation.Kind == "worksheet").ToLookup(relation => relation.Id, relation => relation.Part, StringComparer.Ordinal);
        var dayZero = 0;
        using var xml = _package.Open(book);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr" && xml.GetAttribute("date1904") is "1" or "true")
                dayZero = DaysTo1904;
            if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && RelationOf(xml) is { } id && parts[id].FirstOrDefault() is { } part)
                _sheets.TryAdd(name.Trim(), part);
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
