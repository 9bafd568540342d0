namespace Enrollment.Files.Exports;

/// <summary>The posting list as A4 pages, each with a QR code that leads to the proof. The same list gives the same bytes.</summary>
public static class PostingPdf
{
    /// <param name="lists">The placement.</param>
    /// <param name="proof">The address of its proof.</param>
    /// <param name="font">With Chinese.</param>
    public static byte[] Write(PlacementLists lists, Uri proof, PostingFont font)
    {
        var pages = PostingLayout.Columns(lists.Rows, PostingPage.LinesAColumn).Chunk(PostingPage.Columns).ToArray();
        return PdfPages.Write($"{lists.Name.School} {lists.Name.Run}", font, pages, (pen, columns, number) =>
        {
            var page = new PostingPage(pen);
            page.DrawHead(lists, proof);
            for (var column = 0; column < columns.Length; column++)
                page.DrawColumn(column, columns[column]);
            page.DrawFoot(number, pages.Length);
        });
    }
}
