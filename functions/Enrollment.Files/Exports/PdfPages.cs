using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>A4 pages as a PDF. The same pages give the same bytes.</summary>
internal static class PdfPages
{
    public static byte[] Write<T>(string title, PostingFont font, IReadOnlyList<T> pages, Action<Pen, T, int> draw)
    {
        using var written = new MemoryStream();
        using (var document = SKDocument.CreatePdf(written, new SKDocumentPdfMetadata { Title = title, Creation = null, Modified = null }))
        {
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
            for (var i = 0; i < pages.Count; i++)
            {
                draw(new Pen(document.BeginPage(Pen.Width, Pen.Height), font, ink), pages[i], i + 1);
                document.EndPage();
            }
            document.Close();
        }
        return written.ToArray();
    }
}
