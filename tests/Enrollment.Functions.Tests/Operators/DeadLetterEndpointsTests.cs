using Azure.Data.Tables;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Operators;

/// <summary>Messages that could not be worked, as the bureau's operators see and settle them over HTTP.</summary>
public sealed class DeadLetterEndpointsTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Nowhere = "verification/0000000000000000000000000000000000000000000000000000000000000000";

    private readonly Service _service = fixture.Service;
    private readonly OperatorDesk _desk = new(fixture.Service);

    [Fact]
    public async Task Replay_OfAStepStillDue_CompletesItAndIsRecorded()
    {
        var (parent, application, letter) = await _desk.StillDueAsync();
        Assert.Equal("Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));

        var replayed = await _desk.ReplayAsync(letter, """{"reason":"the table is back"}""");
        await _service.Hand.DrainAsync();

        Assert.Equal("Replay:bureau-1 Replayed", OperatorDesk.StoryOf(replayed));
        Assert.Equal("no-store", replayed.Headers["Cache-Control"]);
        Assert.Equal("Verified", (await parent.GetAsync(application)).Json.GetProperty("status").GetString());
        var after = await _desk.ShowAsync(letter);
        Assert.Equal("Replay:bureau-1 Resolve:service Resolved", OperatorDesk.StoryOf(after));
        Assert.Equal("the table is back", after.Json.GetProperty("history")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Replay_ManyAtOnce_OneSendsAndTheOthersAreTold()
    {
        var (_, _, letter) = await _desk.StillDueAsync();
        await _service.Stored.TakeAwayAsync(VerificationQueues.Plan);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.ReplayAsync(letter)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertProblem(409, "already-replayed"));
        Assert.Single(await _service.Stored.MessagesAsync(VerificationQueues.Plan));
        Assert.Equal("Replay:bureau-1 Replayed", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
    }

    [Fact]
    public async Task Replay_AfterTheStepWasDoneByAnother_SaysSoAndSendsNothing()
    {
        var (parent, application, letter) = await _desk.StillDueAsync();
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();
        Assert.Equal("Verified", (await parent.GetAsync(application)).Json.GetProperty("status").GetString());

        (await _desk.ReplayAsync(letter)).AssertProblem(409, "step-not-due");

        Assert.Empty(await _service.Stored.MessagesAsync(VerificationQueues.Plan));
        Assert.Equal("Resolve:service Resolved", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
        (await _desk.DiscardAsync(letter, """{"reason":"too late"}""")).AssertProblem(409, "action-not-possible");
    }

    [Fact]
    public async Task Replayed_ThatComesBack_IsOpenAgainAndCanBeReplayedAgain()
    {
        var (_, application, letter) = await _desk.StillDueAsync();
        Assert.Equal(200, (await _desk.ReplayAsync(letter)).Status);
        await _service.Stored.TakeAwayAsync(VerificationQueues.Plan);

        await _desk.DieAsync(VerificationQueues.Plan, OperatorDesk.Step(application));

        Assert.Equal("Replay:bureau-1 Return:service Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
        Assert.Equal("Replay:bureau-1 Return:service Replay:bureau-1 Replayed", OperatorDesk.StoryOf(await _desk.ReplayAsync(letter)));
    }

    [Fact]
    public async Task Discard_IsRecordedWithItsReasonWhichIsStoredEncrypted()
    {
        var letter = await _desk.GarbageAsync("discard me");
        (await _desk.ReplayAsync(letter)).AssertProblem(409, "message-unusable");

        var discarded = await _desk.DiscardAsync(letter, """{"reason":"张三 sent it by mistake"}""");

        Assert.Equal("Discard:bureau-1 Discarded", OperatorDesk.StoryOf(discarded));
        Assert.Equal("张三 sent it by mistake", discarded.Json.GetProperty("history")[0].GetProperty("reason").GetString());
        Assert.DoesNotContain((await _service.Stored.RowsAsync(DeadLetters.Table)).SelectMany(row => row).Select(cell => cell.Value).OfType<string>(), text => text.Contains("by mistake", StringComparison.Ordinal));
        (await _desk.DiscardAsync(letter, """{"reason":"once more"}""")).AssertProblem(409, "action-not-possible");
        (await _desk.ReplayAsync(letter)).AssertProblem(409, "action-not-possible");
        await _desk.DieAsync(VerificationQueues.SocialSecurity, BinaryData.FromString("discard me"));
        Assert.Equal("Discard:bureau-1 Return:service Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
    }

    [Theory]
    [InlineData("{}", 422, "required")]
    [InlineData("""{"reason":null}""", 422, "required")]
    [InlineData("""{"reason":" "}""", 422, "required")]
    [InlineData("""{"reason":"x"}""", 422, "required")]
    [InlineData("""{"reason":5}""", 400, "wrong-type")]
    [InlineData("""{"reason":"a\u0007b"}""", 422, "forbidden-characters")]
    [InlineData("""{"reason":"good","by":"somebody"}""", 400, "unknown-field")]
    [InlineData("""{"reason":"good","reason":"better"}""", 400, "duplicate-field")]
    [InlineData("{", 400, "malformed-json")]
    public async Task Discard_ReasonThatIsNone_IsRefusedAndNothingChanges(string body, int status, string code)
    {
        var letter = await _desk.GarbageAsync($"reason {body}");

        (await _desk.DiscardAsync(letter, body)).AssertProblem(status, code);

        Assert.Equal("Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
    }

    [Fact]
    public async Task Reason_LongerThanAllowed_IsRefused()
    {
        var letter = await _desk.GarbageAsync("long reason");

        (await _desk.DiscardAsync(letter, $$"""{"reason":"{{new string('x', 501)}}"}""")).AssertProblem(422, "too-long");
        (await _desk.DiscardAsync(letter, $$"""{"reason":"{{new string('x', 5000)}}"}""")).AssertProblem(413, "body-too-large");
        (await _desk.ReplayAsync(letter, $$"""{"reason":"{{new string('x', 501)}}"}""")).AssertProblem(422, "too-long");
    }

    [Theory]
    [InlineData(Nowhere)]
    [InlineData("payroll/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("verification/history-0")]
    [InlineData("verification/0000")]
    [InlineData("verification/000000000000000000000000000000000000000000000000000000000000000G")]
    [InlineData("verification/..%2F..%2Fx")]
    [InlineData("verification/%27%20or%201%20eq%201")]
    public async Task Letter_ThatIsNotThere_IsNotFound(string letter)
    {
        (await _desk.ShowAsync(letter)).AssertProblem(404, "not-found");
        (await _desk.ReplayAsync(letter)).AssertProblem(404, "not-found");
        (await _desk.DiscardAsync(letter, """{"reason":"no such letter"}""")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Letters_AreTheBureausAlone()
    {
        var letter = await _desk.GarbageAsync("not for everybody");
        var parent = _service.Parent(FamilyPool.Plain).Token;

        foreach (var (token, status, code) in new[] { (parent, 401, "unauthenticated"), ("", 401, "unauthenticated"), (BureauClient.Staff, 404, "not-found") })
        {
            (await _desk.ListAsync(token: token)).AssertProblem(status, code);
            (await _desk.ShowAsync(letter, token)).AssertProblem(status, code);
            (await _desk.ReplayAsync(letter, token: token)).AssertProblem(status, code);
            (await _desk.DiscardAsync(letter, """{"reason":"mine now"}""", token)).AssertProblem(status, code);
        }
        Assert.DoesNotContain("deadLetters\":{", (await new ReviewDesk(_service).ListAsync(token: ReviewDesk.Principal)).Text, StringComparison.Ordinal);
        Assert.Equal("Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
    }

    [Fact]
    public async Task List_PagesOfTwoAndFilters_HoldEveryLetterOnce()
    {
        var (_, _, due) = await _desk.StillDueAsync();
        var letters = new List<string> { due };
        for (var i = 0; i < 5; i++)
            letters.Add(await _desk.GarbageAsync($"page {i}"));
        Assert.Equal(200, (await _desk.DiscardAsync(letters[1], """{"reason":"read it"}""")).Status);
        var all = await _desk.AllAsync("limit=100");

        Assert.Empty(letters.Except(all, StringComparer.Ordinal));
        Assert.Equal(all, await _desk.AllAsync("limit=2"));
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(letters[1], await _desk.AllAsync("state=Discarded&limit=1"));
        Assert.DoesNotContain(letters[1], await _desk.AllAsync("state=Open&limit=3"));
        Assert.Empty(letters[2..].Except(await _desk.AllAsync("state=Open&limit=3&queue=verify-social-security"), StringComparer.Ordinal));
        Assert.DoesNotContain(due, await _desk.AllAsync("queue=verify-social-security"));
    }

    [Fact]
    public async Task List_LetterWhoseStepIsDoneSince_IsResolvedByLooking()
    {
        var (_, _, letter) = await _desk.StillDueAsync();
        Assert.Contains(letter, await _desk.AllAsync("state=Open"));
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();

        Assert.DoesNotContain(letter, await _desk.AllAsync("state=Open"));
        Assert.Contains(letter, await _desk.AllAsync("state=Resolved"));
    }

    [Theory]
    [InlineData("?state=Closed", 422, "unknown-value")]
    [InlineData("?state=1", 422, "unknown-value")]
    [InlineData("?queue=payroll", 422, "unknown-value")]
    [InlineData("?cursor=../../etc", 422, "unknown-value")]
    [InlineData("?cursor=verification/history-1", 422, "unknown-value")]
    [InlineData("?limit=0", 422, "unknown-value")]
    [InlineData("?limit=101", 422, "unknown-value")]
    [InlineData("?stat=Open", 400, "unknown-field")]
    [InlineData("?state=Open&state=Resolved", 400, "duplicate-field")]
    public async Task List_QueryThatMeansNothing_IsAClearProblem(string query, int status, string code) =>
        (await _desk.ListAsync(query)).AssertProblem(status, code);

    [Fact]
    public async Task Row_OfBeforeStates_IsReadAsOpen()
    {
        var letter = await _desk.GarbageAsync("an old row");
        var old = new TableEntity(letter.Split('/')[0], letter.Split('/')[1]) { ["Times"] = 3, ["Verdict"] = "Unreadable", ["Body"] = "an old row" };
        await _service.Stored.Table(DeadLetters.Table).UpsertEntityAsync(old, TableUpdateMode.Replace);

        Assert.Contains(letter, await _desk.AllAsync("state=Open"));
        Assert.Equal("Open", OperatorDesk.StoryOf(await _desk.ShowAsync(letter)));
        Assert.Equal("Discard:bureau-1 Discarded", OperatorDesk.StoryOf(await _desk.DiscardAsync(letter, """{"reason":"as old as it is"}""")));
    }

    [Fact]
    public async Task WorkList_OfTheBureau_ShowsWhatWaitsWithItsCause()
    {
        var letter = await _desk.GarbageAsync("seen in the work list");
        var desk = new ReviewDesk(_service);

        var shown = (await desk.ListAsync("?kind=DeadLetter")).Json;
        var line = shown.GetProperty("deadLetters").GetProperty("deadLetters").EnumerateArray().Single(l => l.GetProperty("id").GetString() == letter);

        Assert.Equal(("NoMessageOfOurs", "Unreadable", 1), (line.GetProperty("cause").GetProperty("kind").GetString(), line.GetProperty("verdict").GetString(), line.GetProperty("times").GetInt32()));
        Assert.Empty(shown.GetProperty("cases").EnumerateArray());
        Assert.Contains(letter, (await desk.ListAsync("?limit=1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(letter, (await desk.ListAsync("?kind=Review")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await _desk.DiscardAsync(letter, """{"reason":"seen"}""")).Status);
        Assert.DoesNotContain(letter, (await desk.ListAsync("?kind=DeadLetter")).Text, StringComparison.Ordinal);
    }
}
