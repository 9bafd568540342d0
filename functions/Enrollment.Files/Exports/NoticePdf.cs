using System.Globalization;
using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>Notices of admission (录取通知书), one A4 page a child, each with a QR code that leads to the verification of its round. The same notices give the same bytes.</summary>
public static class NoticePdf
{
    private const float Left = 72, Most = Pen.Width - 2 * Left, QrSize = 140, QrTop = 560;

    /// <param name="notices">In the order of the pages.</param>
    /// <param name="proof">The page that verifies the round; the same on every notice, so that the code says nothing of the child.</param>
    /// <param name="font">With Chinese.</param>
    public static byte[] Write(IReadOnlyList<AdmissionNotice> notices, Uri proof, PostingFont font) =>
        PdfPages.Write("录取通知书", font, notices, (pen, notice, _) => Draw(pen, notice, proof));

    private static void Draw(Pen pen, AdmissionNotice notice, Uri proof)
    {
        pen.Text("录取通知书", Pen.Width / 2, 130, 30, Most, SKTextAlign.Center);
        pen.Text($"{notice.ChildName} 同学：", Left, 200, 16, Most);
        pen.Text(string.Create(CultureInfo.InvariantCulture, $"　　你已被 {notice.SchoolName}（{notice.School}）{notice.Year} 年录取。"), Left, 240, 16, Most);
        pen.Text("　　报到时间由学校另行通知。报到时无需携带任何材料，有关信息已由部门之间核验。", Left, 270, 16, Most);
        (string Name, string Value)[] facts =
        [
            ("学校", $"{notice.SchoolName}（{notice.School}）"),
            ("录取批次", string.Create(CultureInfo.InvariantCulture, $"{notice.Year} {notice.Round}")),
            ("凭证号", notice.Ticket),
            ("录取日期", notice.OfferedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        foreach (var (place, (name, value)) in facts.Index())
        {
            pen.Text(name, Left, 330 + place * 28, 13, 80);
            pen.Text(value, Left + 90, 330 + place * 28, 13, Most - 90);
        }
        pen.Line(Left, Pen.Width - Left, QrTop - 30);
        pen.Text("本次录取按公布的办法进行，任何人都可以从头核对：", Left, QrTop, 11, Most - QrSize - 12);
        pen.Text("扫描二维码，或打开下面的网址，用凭证号查找。", Left, QrTop + 20, 11, Most - QrSize - 12);
        pen.Text($"结果 SHA-256 {notice.Result}", Left, QrTop + 48, 7, Most - QrSize - 12);
        pen.Text(proof.AbsoluteUri, Left, QrTop + 64, 7, Most - QrSize - 12);
        pen.Code(proof, SKRect.Create(Pen.Width - Left - QrSize, QrTop - 14, QrSize, QrSize));
    }
}
