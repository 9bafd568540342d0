using System.Text;
using Enrollment.Domain.Placement;
using Enrollment.Files.Digests;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class CeremonyTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Ceremony_FromRosterToPublication_GivesARecordThatHolds()
    {
        var school = NewSchool();

        var run = await school.PublishedAsync();

        var record = await school.GetAsync(school.Path(run, "/record"));
        Assert.Equal(200, record.Status);
        var verdict = RecordVerification.Verify(PlacementRecord.Parse(Encoding.UTF8.GetBytes(record.Text))!, Sm3.Of);
        Assert.Equal("holds", verdict.ToString());
        var posting = (await school.GetAsync(school.Path(run, "/posting"))).Json.GetProperty("pupils").EnumerateArray().ToArray();
        Assert.Equal(36, posting.Length);
        Assert.Equal([12, 12, 12], posting.CountBy(pupil => pupil.GetProperty("class").GetInt32()).Select(count => count.Value));
        var lists = (await school.GetAsync(school.Path(run, "/lists"), school.Staff)).Json.GetProperty("pupils").EnumerateArray()
            .ToDictionary(pupil => pupil.GetProperty("ticketId").GetString()!, pupil => pupil.GetProperty("class").GetInt32(), StringComparer.Ordinal);
        Assert.Equal(lists["T001"], lists["T002"]);
    }

    [Fact]
    public async Task Ceremony_OutOfOrder_IsRefusedWithTheStepThatIsMissing()
    {
        var school = NewSchool();
        var run = await school.CreatedAsync();

        (await school.CommitAsync(run)).AssertProblem(409, "draw-not-sealed");
        School.Ok(await school.PostAsync(run, "seal"));
        (await school.DrawAsync(run)).AssertProblem(409, "draw-not-committed");
        School.Ok(await school.CommitAsync(run));
        (await school.PostAsync(run, "publish")).AssertProblem(409, "draw-not-drawn");
        (await school.PostAsync(run, "draw", new { secret = new string('0', 64), entropy = School.Entropy })).AssertProblem(422, "draw-secret-not-committed");
        School.Ok(await school.DrawAsync(run));
        (await school.PostAsync(run, "publish")).AssertProblem(409, "draw-being-drawn");
        (await school.DrawAsync(run, new string('7', 40))).AssertProblem(409, "draw-already-drawn");
    }

    [Fact]
    public async Task Draw_MessageDeliveredAgainAndAgain_DrawsOnce()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        var before = await school.GetAsync(school.Path(run, "/record"));

        for (var i = 0; i < 3; i++)
            await fixture.Service.Hand.DeliverAsync(nameof(DrawPlacement), new DrawMessage(school.Code, run, TraceParent: null));

        Assert.Equal(before.Text, (await school.GetAsync(school.Path(run, "/record"))).Text);
        Assert.Equal("Published", (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Draw_TwoHostsAtOnce_GiveOneResult()
    {
        var school = NewSchool();
        var run = await school.DrawingAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            fixture.Service.Hand.DeliverAsync(nameof(DrawPlacement), new DrawMessage(school.Code, run, TraceParent: null))));

        Assert.Equal("Drawn", (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString());
        var record = PlacementRecord.Parse(Encoding.UTF8.GetBytes((await school.GetAsync(school.Path(run, "/record"), school.Staff)).Text))!;
        Assert.True(RecordVerification.Verify(record, Sm3.Of).Holds);
    }

    [Fact]
    public async Task Draw_MessageLost_IsResumedWithTheSameInputs()
    {
        var school = NewSchool();
        var run = await school.DrawingAsync();
        await fixture.Service.Stored.TakeAwayAsync(PlacementNames.Queue);

        await fixture.Service.Hand.RunTimerAsync(nameof(ResumeDraws));
        await fixture.Service.Hand.DrainAsync([PlacementNames.Queue]);

        Assert.Equal("Drawn", (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString());
        await fixture.Service.Hand.RunTimerAsync(nameof(ResumeDraws));
        Assert.Equal(0, await fixture.Service.Hand.RunOnceAsync(PlacementNames.Queue));
    }

    [Fact]
    public async Task Draw_ListChangedBehindTheSeal_IsNotDrawnUntilItIsTheSealedOneAgain()
    {
        var school = NewSchool();
        var run = await school.DrawingAsync();
        await fixture.Service.Stored.TakeAwayAsync(PlacementNames.Queue);
        var (file, message) = ($"{school.Code}/{run}/list.txt", new DrawMessage(school.Code, run, TraceParent: null));
        await fixture.Service.Stored.ChangeBlobAsync(PlacementNames.Container, file, list => list.Replace("relief 0", "relief 1", StringComparison.Ordinal));

        await Assert.ThrowsAsync<InvalidDataException>(() => fixture.Service.Hand.DeliverAsync(nameof(DrawPlacement), message));

        Assert.Equal("Drawing", (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString());
        await fixture.Service.Stored.ChangeBlobAsync(PlacementNames.Container, file, list => list.Replace("relief 1", "relief 0", StringComparison.Ordinal));
        await fixture.Service.Hand.DeliverAsync(nameof(DrawPlacement), message);
        Assert.Equal("Drawn", (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Record_ResultChangedAfterTheDraw_IsNotShown()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await fixture.Service.Stored.ChangeBlobAsync(PlacementNames.Container, $"{school.Code}/{run}/result.txt", result => result.Replace("attempts 1", "attempts 2", StringComparison.Ordinal));

        Assert.Equal(500, (await school.GetAsync(school.Path(run, "/record"))).Status);
    }

    [Fact]
    public async Task Create_ManyAtOnceForOneYear_OneWins()
    {
        var school = NewSchool();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => school.CreateAsync()));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.AssertProblem(409, "placement-exists"));
        Assert.Equal(2, (await fixture.Service.Stored.BlobsAsync(PlacementNames.Container, $"{school.Code}/")).Count);
    }

    [Fact]
    public async Task Void_ByOnePersonAlone_IsRefused_AndByTwo_StaysPublicBesideTheNext()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        (await school.PostAsync(run, "void/confirm")).AssertProblem(409, "void-not-requested");
        School.Ok(await school.PostAsync(run, "void", new { reason = "漏报一名学生" }));
        (await school.PostAsync(run, "void/confirm")).AssertProblem(409, "second-person-needed");
        (await school.CreateAsync()).AssertProblem(409, "placement-exists");
        School.Ok(await school.PostAsync(run, "void/confirm", token: school.SecondOfBureau));
        var next = await school.CreatedAsync();

        var row = (await fixture.Service.Stored.Table(PlacementNames.Table).GetEntityAsync<Azure.Data.Tables.TableEntity>(school.Code, run)).Value;
        Assert.Equal(("bureau-1", "bureau-2"), (row.GetString("VoidRequestedBy"), row.GetString("VoidConfirmedBy")));
        School.Ok(await school.PostAsync(next, "seal"));
        var all = (await school.GetAsync($"api/schools/{school.Code}/placements")).Json.GetProperty("placements").EnumerateArray()
            .ToDictionary(placement => placement.GetProperty("run").GetString()!, StringComparer.Ordinal);
        Assert.Equal("漏报一名学生", all[run].GetProperty("voidReason").GetString());
        Assert.Equal("Sealed", all[next].GetProperty("status").GetString());
        Assert.Equal(200, (await school.GetAsync(school.Path(run, "/record"))).Status);
        (await school.PostAsync(run, "publish")).AssertProblem(409, "draw-is-void");
    }

    [Fact]
    public async Task LateJoiner_WithTheNextLink_IsPlacedAndOnTheRecord_AndAWrongLinkIsNot()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        object Joiner(string ticket, string link) => new { ticketId = ticket, sex = "Male", specialNeeds = false, approval = "2026-17", link };

        (await school.PostAsync(run, "late-joiners", Joiner("L1", School.Link(2)))).AssertProblem(422, "late-link-wrong");
        School.Ok(await school.PostAsync(run, "late-joiners", Joiner("L1", School.Link(1))));
        School.Ok(await school.PostAsync(run, "late-joiners", Joiner("L1", School.Link(1))));
        (await school.PostAsync(run, "late-joiners", Joiner("L1", School.Link(2)))).AssertProblem(409, "late-row-twice");
        (await school.PostAsync(run, "late-joiners", Joiner("T001", School.Link(2)))).AssertProblem(409, "late-row-twice");
        School.Ok(await school.PostAsync(run, "late-joiners", Joiner("L2", School.Link(2))));

        var record = PlacementRecord.Parse(Encoding.UTF8.GetBytes((await school.GetAsync(school.Path(run, "/record"))).Text))!;
        Assert.Equal(2, record.Late.Count);
        Assert.Equal("holds", RecordVerification.Verify(record, Sm3.Of).ToString());
    }

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-M{Interlocked.Increment(ref _schools):000}");
}
