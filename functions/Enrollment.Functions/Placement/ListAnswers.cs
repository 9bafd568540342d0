using System.Globalization;
using System.Text;
using Enrollment.Files.Exports;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Placement;

/// <summary>Lists as files.</summary>
internal static class ListAnswers
{
    // Long enough for a school's first hour on one cache, short enough that a late joiner or a void placement is soon seen.
    private const string Shortly = "public, max-age=60";

    /// <summary>What staff see is nobody else's; what is published may lie in caches for a while.</summary>
    public static void Cache(HttpRequest request, bool isPublic) => request.HttpContext.Response.Headers.CacheControl = isPublic ? Shortly : "no-store";

    // Spreadsheets read CSV as UTF-8 only behind a byte order mark.
    public static IResult Csv(Sheet sheet, string name)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        sheet.WriteCsv(text);
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", $"{name}.csv");
    }

    public static IResult Xlsx(IReadOnlyList<Sheet> sheets, string name) =>
        Results.Bytes(WorkbookFile.Write(sheets), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");

    public static IResult Pdf(byte[] pdf, string name) => Results.Bytes(pdf, "application/pdf", $"{name}.pdf");
}
