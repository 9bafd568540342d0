using System.Buffers;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Enrollment.Files.Exports;

/// <summary>Writes a workbook: the same sheets give the same bytes, so that what was signed can be compared with what is served.</summary>
public static class WorkbookFile
{
    private const int LongestName = 31;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("[]:*?/\\");
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">No sheet, or a name that no workbook can have, or twice.</exception>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0 || !sheets.All(sheet => IsName(sheet.Name)) || sheets.DistinctBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            throw new ArgumentException("A workbook needs sheets, each with a name of its own.", nameof(sheets));
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = WorkbookStyles.Sheet();
            var names = new S.Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = FormattableString.Invariant($"rId{i + 2}");
                SheetPart.Write(book.AddNewPart<WorksheetPart>(id), sheets[i]);
                names.Append(new S.Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
            }
            book.Workbook = new S.Workbook(names);
        }
        return Timeless(package);
    }

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAny(Forbidden) && !name.StartsWith('\'') && !name.EndsWith('\'');

    // The package stamps each part with the time of day.
    private static byte[] Timeless(MemoryStream package)
    {
        using var written = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName);
                copy.LastWriteTime = ZipEpoch;
                using var source = part.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return written.ToArray();
    }
}
