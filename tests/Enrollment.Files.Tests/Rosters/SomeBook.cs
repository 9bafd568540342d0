using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>Workbooks written part by part, so that a test can say exactly what stands in one.</summary>
internal sealed class SomeBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Rows)> _sheets = [];

    public string SharedStrings { get; init; } = "";

    public string Styles { get; init; } = "";

    public string Properties { get; init; } = "";

    /// <summary>Classes of 30 seats and no teams: what most tests need beside the pupils.</summary>
    public static SomeBook Of(IEnumerable<string[]> pupils) => new SomeBook().With("学生", pupils).With("班级", [["班号", "容量"], ["1", "30"], ["2", "30"]]);

    public SomeBook With(string name, IEnumerable<string[]> grid) => WithXml(name, string.Concat(grid.Select(Row)));

    public SomeBook WithXml(string name, string rows)
    {
        _sheets.Add((name, rows));
        return this;
    }

    public MemoryStream Save(CompressionLevel level = CompressionLevel.Fastest)
    {
        var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts())
                Add(package, name, text, level);
        }
        stream.Position = 0;
        return stream;
    }

    public static void Add(ZipArchive package, string name, string text, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var part = package.CreateEntry(name, level).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    public IEnumerable<(string Name, string Text)> Parts()
    {
        string[] sheets = [.. Enumerable.Range(1, _sheets.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        yield return ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            {string.Concat(sheets.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
            """);
        yield return ("_rels/.rels", Related([("rId1", "officeDocument", "xl/workbook.xml")]));
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><workbookPr {Properties}/><sheets>"
            + string.Concat(_sheets.Zip(sheets, (sheet, n) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")) + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Related([.. sheets.Select(n => ($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml")),
            ("rId98", "sharedStrings", "sharedStrings.xml"), ("rId99", "styles", "styles.xml")]));
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{SharedStrings}</sst>");
        yield return ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
        foreach (var (sheet, n) in _sheets.Zip(sheets))
            yield return ($"xl/worksheets/sheet{n}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>");
    }

    /// <summary>A row whose cells are texts, or, where one begins with &lt;c, that element.</summary>
    public static string Row(string[] cells) => $"<row>{string.Concat(cells.Select(cell =>
        cell.StartsWith("<c", StringComparison.Ordinal) ? cell : $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell).Replace("\r", "&#13;", StringComparison.Ordinal)}</t></is></c>"))}</row>";

    private static string Related(IEnumerable<(string Id, string Kind, string Target)> relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Kind}\" Target=\"{relation.Target}\"/>")) + "</Relationships>";
}
