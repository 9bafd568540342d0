using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>The posting list as A4 pages, each with a QR code that leads to the proof. The same list gives the same bytes.</summary>
public static class PostingPdf
{
    /// <param name="lists">The placement.</param>
    /// <param name="proof">The address of its proof.</param>
    /// <param name="font">With Chinese.</param>
    public static byte[] Write(PlacementLists lists, Uri proof, PostingFont font)
    {
        using var written = new MemoryStream();
        using (var document = SKDocument.CreatePdf(written, new SKDocumentPdfMetadata { Title = $"{lists.Name.School} {lists.Name.Run}", Creation = null, Modified = null }))
        {
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
            var pages = PostingLayout.Columns(lists.Rows, PostingPage.LinesAColumn).Chunk(PostingPage.Columns).ToArray();
            for (var i = 0; i < pages.Length; i++)
            {
                var page = new PostingPage(document.BeginPage(PostingPage.Width, PostingPage.Height), font, ink);
                page.DrawHead(lists, proof);
                for (var column = 0; column < pages[i].Length; column++)
                    page.DrawColumn(column, pages[i][column]);
                page.DrawFoot(i + 1, pages.Length);
                document.EndPage();
            }
            document.Close();
        }
        return written.ToArray();
    }
}
