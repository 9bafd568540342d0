using System.Globalization;
using Enrollment.Files.Exports;
using Enrollment.Functions.Tests.Placement;

namespace Enrollment.Files.Tests.Exports;

public sealed class PostingPdfTests : IDisposable
{
    private static readonly Uri Proof = new("https://enrollment.example/api/schools/LC-M01/placements/run0123456789abcdef/proof");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("posting-");
    private readonly PostingFont _font = PostingFont.Load(PostingFont.DefaultFile)!;

    [Fact]
    public async Task Write_APlacement_ShowsEveryMaskedNameUnderItsClass_AndNoOther()
    {
        var lists = SomeLists.Of(pupils: 450, classes: 10);

        var pages = await PagesAsync(PostingPdf.Write(lists, Proof, _font));

        Assert.Equal(3, pages.Length);
        var text = string.Concat(pages);
        Assert.Equal(450, Count(text, "*"));
        Assert.All(lists.Rows.Where(row => !row.IsLate), row => Assert.Contains(row.Pupil!.TicketEnd, text, StringComparison.Ordinal));
        Assert.DoesNotContain("陈志明", text, StringComparison.Ordinal);
        Assert.DoesNotContain("000000", text.Replace("0000000000abcdef", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 10), number => Assert.Contains($"{number}班", text, StringComparison.Ordinal));
        Assert.Contains("0000000000abcdef", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SeveralPages_EachSaysWhoseItIsAndWhichOneOfHowMany()
    {
        var lists = SomeLists.Of(pupils: 450, classes: 10);

        var pages = await PagesAsync(PostingPdf.Write(lists, Proof, _font));

        for (var i = 0; i < pages.Length; i++)
        {
            Assert.All([lists.Name.School, lists.Name.Run, "2026", lists.Digests.Sha256.ToString(), lists.Digests.Sm3.ToString(), lists.Result.ToString(), Proof.AbsoluteUri],
                fact => Assert.Contains(fact, pages[i], StringComparison.Ordinal));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"第{i + 1}页/共{pages.Length}页"), pages[i].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_EveryPage_HasAQrCodeThatLeadsToTheProof()
    {
        using var printed = new PrintedPdf(PostingPdf.Write(SomeLists.Of(pupils: 450, classes: 10), Proof, _font));

        var codes = await printed.QrCodesAsync();

        Assert.Equal([Proof.AbsoluteUri, Proof.AbsoluteUri, Proof.AbsoluteUri], codes);
    }

    [Fact]
    public async Task Write_HostileNames_StayMaskedAndInPlace()
    {
        var text = string.Concat(await PagesAsync(PostingPdf.Write(SomeLists.Hostile(), Proof, _font)));

        Assert.Contains($"买{new string('*', 38)}买", text, StringComparison.Ordinal);
        Assert.Contains("龙*马", text, StringComparison.Ordinal);
        Assert.Contains("〓", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void Write_SameListTwice_GivesTheSameBytes()
    {
        var lists = SomeLists.Of(pupils: 60, classes: 2);

        Assert.Equal(PostingPdf.Write(lists, Proof, _font), PostingPdf.Write(lists, Proof, _font));
    }

    [Fact]
    public void Load_NoSuchFileOrNoFont_GivesNone()
    {
        var text = Path.Combine(_folder.FullName, "font.ttf");
        File.WriteAllText(text, "not a font");

        Assert.Null(PostingFont.Load(text));
        Assert.Null(PostingFont.Load(Path.Combine(_folder.FullName, "absent.ttf")));
        Assert.Null(PostingFont.Load(_folder.FullName));
        Assert.Null(PostingFont.Load(""));
    }

    public void Dispose()
    {
        _font.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<string[]> PagesAsync(byte[] pdf)
    {
        using var printed = new PrintedPdf(pdf);
        return await printed.PagesAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
