using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Files.Exports;
using Enrollment.Functions.Tests.Placement;

namespace Enrollment.Files.Tests.Exports;

public sealed class NoticePdfTests : IDisposable
{
    private static readonly Uri Proof = new($"https://enrollment.example/api/verify/index.html?record=/api/admission/rounds/2026/main-2026/record&result={Digest.Of("result"u8)}");

    private readonly PostingFont _font = PostingFont.Load(PostingFont.DefaultFile)!;

    [Fact]
    public async Task Write_SeveralChildren_HasAPageForEachWithItsOwnFactsAndOneCode()
    {
        var notices = Enumerable.Range(1, 3).Select(Notice).ToList();

        using var printed = new PrintedPdf(NoticePdf.Write(notices, Proof, _font));
        var pages = await printed.PagesAsync();

        Assert.Equal(3, pages.Length);
        foreach (var (page, notice) in pages.Zip(notices))
        {
            Assert.All((string[])["录取通知书", notice.ChildName, notice.SchoolName, notice.School, notice.Ticket, "2026 main-2026", "2026-08-06", notice.Result.ToString(), "无需携带任何材料"],
                fact => Assert.Contains(fact, page, StringComparison.Ordinal));
            Assert.All(notices.Where(other => other != notice), other => Assert.DoesNotContain(other.ChildName, page, StringComparison.Ordinal));
        }
        // The address and nothing else: the code says nothing of the child.
        Assert.Equal([Proof.AbsoluteUri, Proof.AbsoluteUri, Proof.AbsoluteUri], await printed.QrCodesAsync());
    }

    [Fact]
    public async Task Write_HostileNames_StayOnTheirPage()
    {
        var notices = SomeLists.HostileNames.Select((name, i) => Notice(i) with { ChildName = name }).ToList();

        using var printed = new PrintedPdf(NoticePdf.Write(notices, Proof, _font));
        var pages = await printed.PagesAsync();

        Assert.Equal(notices.Count, pages.Length);
        Assert.All(pages, page => Assert.DoesNotContain('\u202E', page));
        Assert.Contains("林二同学", string.Concat(pages).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameNoticesTwice_GivesTheSameBytes() =>
        Assert.Equal(NoticePdf.Write([Notice(1)], Proof, _font), NoticePdf.Write([Notice(1)], Proof, _font));

    [Fact]
    public void Notice_AsText_NamesNobody() => Assert.Equal("AdmissionNotice { 0000000000000007 }", Notice(7).ToString());

    public void Dispose() => _font.Dispose();

    private static AdmissionNotice Notice(int child) => new("西隅中心小学", "LC006", 2026, "main-2026", child.ToString("x16", CultureInfo.InvariantCulture),
        $"陈{"志丽建雅宇婷浩"[child % 7]}明", new DateOnly(2026, 8, 6), Digest.Of("result"u8));
}
