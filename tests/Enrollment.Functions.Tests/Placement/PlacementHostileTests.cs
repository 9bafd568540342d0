using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>Whoever may not, bodies that are not, messages that are nobody's.</summary>
public sealed class PlacementHostileTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static int _schools;

    [Theory]
    [InlineData("seal")]
    [InlineData("commit")]
    [InlineData("draw")]
    [InlineData("publish")]
    [InlineData("void")]
    [InlineData("void/confirm")]
    [InlineData("late-joiners")]
    public async Task Action_ByAParent_IsRefusedAsByAStranger(string action)
    {
        var school = NewSchool();
        var run = await school.CreatedAsync();

        (await school.PostAsync(run, action, new { }, token: Parent())).AssertProblem(401, "unauthenticated");

        Assert.Equal("Open", (await school.GetAsync(school.Path(run), school.Staff)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Lists_AskedForByAParent_AreRefused()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        (await school.GetAsync(school.Path(run, "/lists"), Parent())).AssertProblem(401, "unauthenticated");
        (await school.CreateAsync(token: Parent())).AssertProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("text/plain", "报名号,姓名,性别,出生日期\n", 415, "unsupported-media-type")]
    [InlineData("application/json", "{}", 415, "unsupported-media-type")]
    [InlineData("nonsense", "x", 415, "unsupported-media-type")]
    [InlineData("text/csv", "", 422, "roster-faulty")]
    [InlineData("text/csv", "\0\0\0", 422, "roster-faulty")]
    [InlineData("text/csv", "报名号,姓名,性别,出生日期\n", 422, "roster-faulty")]
    [InlineData("text/csv", "报名号,姓名,性别,出生日期\nT1,=HYPERLINK(\"x\"),男,2013-10-01\n", 422, "roster-faulty")]
    [InlineData(Workbook, "PK\u0003\u0004 not a workbook", 422, "roster-faulty")]
    public async Task Create_BodyThatIsNoRoster_IsRefusedAndNothingIsKept(string type, string body, int status, string code)
    {
        var school = NewSchool();

        (await SendAsync(school, Encoding.UTF8.GetBytes(body), type)).AssertProblem(status, code);

        Assert.Empty((await school.GetAsync($"api/schools/{school.Code}/placements", school.Staff)).Json.GetProperty("placements").EnumerateArray());
    }

    [Fact]
    public async Task Create_BodyLargerThanARosterMayBe_IsRefused() =>
        (await SendAsync(NewSchool(), new byte[(25 << 20) + 1], "text/csv")).AssertProblem(413, "body-too-large");

    [Theory]
    [InlineData("commit")]
    [InlineData("draw")]
    [InlineData("late-joiners")]
    [InlineData("void")]
    public async Task Action_WithABodyLargerThanItsContract_IsRefused(string action)
    {
        var school = NewSchool();
        var run = await school.CreatedAsync();

        (await school.PostRawAsync(run, action, $$"""{"reason":"{{new string('长', 9000)}}"}""")).AssertProblem(413, "body-too-large");
    }

    [Fact]
    public async Task LateJoiner_WhenEveryClassIsFull_IsRefusedAndTheLinkIsNotSpent()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync("year=2026&classes=3&capacity=12");
        object joiner = new { ticketId = "L1", sex = "Female", specialNeeds = false, approval = "2026-17", link = School.Link(1) };

        (await school.PostAsync(run, "late-joiners", joiner)).AssertProblem(409, "no-class-has-room");

        Assert.Empty((await school.GetAsync(school.Path(run))).Json.GetProperty("late").EnumerateArray());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"school":5,"run":"run1"}""")]
    [InlineData("""{"school":"no/such?key#at\\all","run":"run1"}""")]
    [InlineData("\0\u0001\ufffe\ud800")]
    public async Task DeadDraw_ThatIsNoMessageOfOurs_IsParked(string body)
    {
        var before = (await fixture.Service.Stored.RowsAsync(DeadLetters.Table, PlacementNames.Queue)).Count;
        var waiting = (await fixture.Service.Stored.MessagesAsync(PlacementNames.Queue)).Count;

        await fixture.Service.Hand.SendAsync(PlacementNames.Poison, BinaryData.FromString(body));
        await fixture.Service.Hand.DrainAsync([PlacementNames.Poison]);

        var rows = await fixture.Service.Stored.RowsAsync(DeadLetters.Table, PlacementNames.Queue);
        Assert.Equal(before + 1, rows.Count);
        Assert.Equal(waiting, (await fixture.Service.Stored.MessagesAsync(PlacementNames.Queue)).Count);
    }

    [Fact]
    public async Task DeadDraw_IsRecordedWithWhatBecameOfItsPlacement()
    {
        var (drawn, drawing) = (NewSchool(), NewSchool());
        var (done, due) = (await drawn.PublishedAsync(), await drawing.DrawingAsync());
        await fixture.Service.Stored.TakeAwayAsync(PlacementNames.Queue);
        foreach (var message in new[] { new DrawMessage(drawn.Code, done, TraceParent: null), new(drawing.Code, due, TraceParent: null), new(drawing.Code, "run0000000000000000", TraceParent: null) })
            await fixture.Service.Hand.SendAsync(PlacementNames.Poison, BinaryData.FromObjectAsJson(message, System.Text.Json.JsonSerializerOptions.Web));

        await fixture.Service.Hand.DrainAsync([PlacementNames.Poison]);

        Assert.Equal(("DoneAlready", "StillDue", "NoSuchApplication"), (await VerdictAsync(done), await VerdictAsync(due), await VerdictAsync("run0000000000000000")));
        await fixture.Service.Hand.RunTimerAsync(nameof(ResumeDraws));
        await fixture.Service.Hand.DrainAsync([PlacementNames.Queue]);
        Assert.Equal("Drawn", (await drawing.GetAsync(drawing.Path(due))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Draw_RefusedOnce_IsNeitherArmedNorSent()
    {
        var school = NewSchool();
        var run = await school.CreatedAsync();
        School.Ok(await school.PostAsync(run, "seal"));
        School.Ok(await school.CommitAsync(run));

        (await school.PostAsync(run, "draw", new { secret = new string('0', 64), entropy = School.Entropy })).AssertProblem(422, "draw-secret-not-committed");

        Assert.DoesNotContain(await fixture.Service.Stored.RowsAsync(OpenDraws.Table), row => row.GetString("Run") == run);
    }

    private async Task<string> VerdictAsync(string run) =>
        Assert.Single(await fixture.Service.Stored.RowsAsync(DeadLetters.Table, PlacementNames.Queue), row => row.GetString("Body")?.Contains(run, StringComparison.Ordinal) == true).GetString("Verdict");

    private async Task<HttpAnswer> SendAsync(School school, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/schools/{school.Code}/placements?year=2026&classes=3") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        // Refused by its length alone, before the body is sent.
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", school.Staff);
        return await fixture.Service.Http.AskAsync(request);
    }

    private static string Parent() => new Tokens("359901198001010018", "张三").Mint();

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, string.Create(CultureInfo.InvariantCulture, $"LC-H{Interlocked.Increment(ref _schools):000}"));
}
