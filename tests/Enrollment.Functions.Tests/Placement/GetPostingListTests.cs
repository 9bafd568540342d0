using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Enrollment.DevCluster;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class GetPostingListTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Posting_Published_ShowsMaskedNames_AndLateJoinersByRowCode()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await school.JoinLateAsync(run, "LATE-1", number: 1);

        var answer = await school.GetAsync(school.Path(run, "/posting"));

        var pupils = answer.Json.GetProperty("pupils").EnumerateArray().ToList();
        var late = Assert.Single(pupils, pupil => pupil.GetProperty("late").GetBoolean());
        Assert.Equal(37, pupils.Count);
        Assert.Equal((await school.GetAsync(school.Path(run))).Json.GetProperty("late")[0].GetProperty("row").GetString(), late.GetProperty("row").GetString());
        Assert.All(pupils.Where(pupil => !pupil.GetProperty("late").GetBoolean()), pupil =>
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, pupil.GetProperty("row").ValueKind);
            Assert.Contains('*', pupil.GetProperty("name").GetString()!);
        });
        Assert.Equal("public, max-age=60", answer.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Posting_DrawnOnly_IsForStaffAndInNoCache(string format)
    {
        var school = NewSchool();
        var run = await DrawnAsync(school);
        var path = school.Path(run, $"/posting?format={format}");

        var answer = await school.GetAsync(path, school.Staff);

        School.Ok(answer);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        (await school.GetAsync(path)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Posting_AsPdfBeforePublication_IsThereForNobody()
    {
        var school = NewSchool();
        var run = await DrawnAsync(school);

        (await school.GetAsync(school.Path(run, "/posting?format=pdf"), school.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, "/posting?format=pdf"), school.Bureau)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, "/posting?format=pdf"))).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Posting_AsPdf_IsTheMaskedListWithAQrCodeToTheVerifier()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var pdf = await school.DownloadAsync(school.Path(run, "/posting?format=pdf"));

        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        using var paper = new PrintedPdf(pdf);
        Assert.Equal($"{DevelopmentKeys.PublicBaseUrl}/api/verify/index.html?record=/{school.Path(run, "/record")}", await paper.QrCodeAsync());
        var text = await paper.TextAsync();
        Assert.Equal(36, text.Count(c => c == '*'));
        Assert.DoesNotContain(School.NameOf(3), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posting_AsXlsx_HoldsTheMaskedListAlone()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        using var document = SpreadsheetDocument.Open(new MemoryStream(await school.DownloadAsync(school.Path(run, "/posting?format=xlsx"))), isEditable: false);

        Assert.Equal("张榜名单", Assert.Single(document.WorkbookPart!.Workbook!.Descendants<Sheet>()).Name!.Value);
        var texts = document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Select(cell => cell.InnerText).ToList();
        Assert.DoesNotContain(School.NameOf(3), texts);
        Assert.DoesNotContain("T003", texts.Except(["T003"[^4..]]));
    }

    [Fact]
    public async Task Posting_InAFormatThatIsNotOffered_IsRefused()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        (await school.GetAsync(school.Path(run, "/posting?format=html"))).AssertProblem(422, "unknown-value");
    }

    private async Task<string> DrawnAsync(School school)
    {
        var run = await school.DrawingAsync();
        await fixture.Service.Hand.DrainAsync([PlacementNames.Queue]);
        return run;
    }

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-P{Interlocked.Increment(ref _schools):000}");
}
