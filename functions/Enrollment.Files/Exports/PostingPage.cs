using System.Globalization;
using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>Draws one page of the posting list.</summary>
internal sealed class PostingPage(Pen pen)
{
    public const int Columns = 4;
    public const int LinesAColumn = 44;

    private const float Margin = 36, Top = 166, LineHeight = 14, Gap = 12, QrSize = 104;
    private const float ColumnWidth = (Pen.Width - 2 * Margin + Gap) / Columns - Gap;

    public void DrawHead(PlacementLists lists, Uri proof)
    {
        var (name, left) = (lists.Name, Pen.Width - 2 * Margin - QrSize - Gap);
        pen.Text("新生均衡编班结果公示", Margin, Margin + 18, 18, left);
        pen.Text(string.Create(CultureInfo.InvariantCulture, $"学校 {name.School}　入学年份 {name.Year}　编班批次 {name.Run}"), Margin, Margin + 40, 10, left);
        pen.Text($"名单 SHA-256 {lists.Digests.Sha256}", Margin, Margin + 58, 7, left);
        pen.Text($"名单 SM3 {lists.Digests.Sm3}", Margin, Margin + 70, 7, left);
        pen.Text($"结果 SHA-256 {lists.Result}", Margin, Margin + 82, 7, left);
        pen.Text("扫描二维码，或打开下面的网址，可核验本次编班：", Margin, Margin + 96, 8, left);
        pen.Text(proof.AbsoluteUri, Margin, Margin + 108, 7, left);
        pen.Code(proof, SKRect.Create(Pen.Width - Margin - QrSize, Margin - 6, QrSize, QrSize));
    }

    public void DrawColumn(int number, IReadOnlyList<PostingLine> lines)
    {
        var x = Margin + number * (ColumnWidth + Gap);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, y, size) = (lines[i], Top + i * LineHeight, lines[i].IsHeading ? 10 : 9);
            var right = pen.Text(line.Right, x + ColumnWidth, y, size, ColumnWidth * 0.8f, SKTextAlign.Right);
            pen.Text(line.Left, x, y, size, ColumnWidth - right - 4);
            if (line.IsHeading)
                pen.Line(x, x + ColumnWidth, y + 3);
        }
    }

    public void DrawFoot(int page, int pages)
    {
        pen.Text("姓名已隐去部分文字；〓 为字库缺字。", Margin, Pen.Height - Margin / 2, 7, Pen.Width / 2);
        pen.Text(string.Create(CultureInfo.InvariantCulture, $"第 {page} 页 / 共 {pages} 页"), Pen.Width - Margin, Pen.Height - Margin / 2, 8, Pen.Width / 2, SKTextAlign.Right);
    }
}
