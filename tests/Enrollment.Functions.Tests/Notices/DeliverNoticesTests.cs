using Enrollment.DevCluster.Parents;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Tests.Notices;

/// <summary>From what happens to an application to what a phone gets, over HTTP against a gateway that misbehaves.</summary>
public sealed class DeliverNoticesTests(NoticeFixture fixture) : IClassFixture<NoticeFixture>
{
    private static readonly string Staff = DevelopmentTokens.ForBureau("reviewer-1");

    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task CorrectionRequest_ByDay_ReachesThePhoneOnceAndNamesNobody()
    {
        var (parent, id) = await fixture.AskedAsync();

        await _service.Hand.NotifyAsync();

        var message = Assert.Single(await fixture.DeliveriesAsync(id));
        var text = message.GetProperty("text").GetString()!;
        Assert.Equal(parent.Family.Form.GetProperty("guardian").GetProperty("phone").GetString(), message.GetProperty("to").GetString());
        Assert.Equal("zh-Hans", message.GetProperty("language").GetString());
        Assert.Contains(id, text, StringComparison.Ordinal);
        Assert.Contains("月", text, StringComparison.Ordinal);
        Assert.Equal(["Handed"], await fixture.StatesAsync(id));
        Assert.Equal("CorrectionRequested", (await fixture.InboxAsync(parent, id))[0]);
    }

    [Fact]
    public async Task Phones_OfManyFamilies_LearnNothingButTheirOwnNumber()
    {
        var asked = new List<(Parent Parent, string Id)>();
        for (var families = 0; families < 5; families++)
            asked.Add(await fixture.AskedAsync());
        await _service.Hand.NotifyAsync();

        var everything = string.Join('\n', (await Task.WhenAll(asked.Select(one => fixture.DeliveriesAsync(one.Id)))).SelectMany(messages => messages)
            .Select(message => message.ToString()));
        var phones = asked.Select(one => one.Parent.Family.Form.GetProperty("guardian").GetProperty("phone").GetString()!).ToList();

        Assert.All(phones, phone => Assert.Contains(phone, everything, StringComparison.Ordinal));
        Canaries.AssertNobodyIn(phones.Aggregate(everything, (text, phone) => text.Replace(phone, "", StringComparison.Ordinal)), asked.Select(one => one.Parent.Family));
    }

    [Fact]
    public async Task Submission_SettledInTheChildsFavor_StandsInTheInboxAndRingsNoPhone()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();

        Assert.Equal(["CategoryEstablished", "Received"], await fixture.InboxAsync(parent, id));
        Assert.Empty(await _service.Stored.MessagesAsync(NoticeQueues.Notices));
        Assert.Empty(await _service.Stored.DueAsync(id));
        Assert.Empty(await fixture.PhoneAsync(id));
    }

    [Fact]
    public async Task Gateway_DownAndUpAgain_GetsTheNoticeOnce()
    {
        var (_, id) = await fixture.AskedAsync();
        await _service.Departments.GatewayAsync("Down");
        await _service.Hand.NotifyAsync();
        var whileDown = await fixture.StatesAsync(id);
        await fixture.PassAsync(TimeSpan.FromMinutes(2));
        await _service.Departments.GatewayAsync("Accepts");

        await fixture.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["Failed"], whileDown);
        Assert.Equal(["Sms CorrectionRequested"], await fixture.PhoneAsync(id));
        Assert.Equal(["Handed"], await fixture.StatesAsync(id));
    }

    [Theory]
    [InlineData("CutsAfterTaking")]
    [InlineData("CutsBeforeTaking")]
    [InlineData("Garbles")]
    public async Task Answer_Lost_EndsInOneDelivery(string kind)
    {
        var (_, id) = await fixture.AskedAsync();
        await _service.Departments.GatewayAsync(kind, times: 1);
        await _service.Hand.NotifyAsync();
        var posts = await fixture.PostsAsync();
        var unclear = await fixture.StatesAsync(id);

        await fixture.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["Failed"], unclear);
        Assert.Equal(["Sms CorrectionRequested"], await fixture.PhoneAsync(id));
        Assert.Equal(["Handed"], await fixture.StatesAsync(id));
        // What the gateway has is asked for, not sent again.
        Assert.Equal(kind == "CutsAfterTaking" ? posts : posts + 1, await fixture.PostsAsync());
    }

    [Fact]
    public async Task WorkMessage_TwiceAndAtOnce_SendsOnce()
    {
        var (_, id) = await fixture.AskedAsync();
        await _service.Departments.GatewayAsync("Accepts", delayMs: 200);
        var before = await fixture.PostsAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _service.Hand.DeliverAsync(nameof(DeliverNotices), new StepMessage(id, TraceParent: null))));
        await _service.Hand.NotifyAsync();

        Assert.Equal(before + 1, await fixture.PostsAsync());
        Assert.Equal(["Handed"], await fixture.StatesAsync(id));
        await fixture.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(before + 1, await fixture.PostsAsync());
    }

    [Fact]
    public async Task Night_KeepsPhonesQuietUntilEight()
    {
        await fixture.PassUntilAsync(TimeSpan.FromHours(21.5));
        var (parent, id) = await fixture.AskedAsync();
        var (answered, answeredId) = await fixture.AskedAsync();
        await _service.Hand.NotifyAsync();
        await fixture.PassUntilAsync(TimeSpan.FromHours(7.99));
        var atNight = await fixture.PhoneAsync(id);
        Assert.Equal(200, (await _service.CallAsync(answered, "POST", $"applications/{answeredId}/withdraw", "", (await answered.GetAsync(answeredId)).ETag)).Status);

        await fixture.PassUntilAsync(TimeSpan.FromHours(8.01));

        Assert.Empty(atNight);
        Assert.Equal("CorrectionRequested", (await fixture.InboxAsync(parent, id))[0]);
        Assert.Equal(["Sms CorrectionRequested"], await fixture.PhoneAsync(id));
        // Nobody is asked in the morning for what was settled in the night.
        Assert.Equal(["Sms Withdrawn"], await fixture.PhoneAsync(answeredId));
        Assert.Equal(["Dropped", "Handed"], await fixture.StatesAsync(answeredId));
        await fixture.PassUntilAsync(TimeSpan.FromHours(10));
    }

    [Fact]
    public async Task Correction_Unanswered_IsRemindedAndThenCalled()
    {
        var (parent, id) = await fixture.AskedAsync();
        var due = (await parent.GetAsync(id)).Json.GetProperty("correction").GetProperty("dueAt").GetDateTimeOffset();
        await fixture.PassAsync(TimeSpan.FromMinutes(1));

        await fixture.PassAsync(due.AddHours(-39) - fixture.Clock.GetUtcNow());
        var reminded = await fixture.PhoneAsync(id);
        await fixture.PassAsync(due.AddHours(-15) - fixture.Clock.GetUtcNow());
        var called = await fixture.PhoneAsync(id);
        await fixture.PassAsync(due - fixture.Clock.GetUtcNow());
        await fixture.PassUntilAsync(TimeSpan.FromHours(10));

        Assert.Equal(["Sms CorrectionRequested", "Sms CorrectionReminder"], reminded);
        Assert.Equal([.. reminded, "Call CorrectionLastCall"], called);
        Assert.Equal([.. called, "Sms CorrectionExpired"], await fixture.PhoneAsync(id));
        Assert.Equal(["CorrectionExpired", "CorrectionLastCall", "CorrectionReminder", "CorrectionRequested", "Received"], await fixture.InboxAsync(parent, id));
        Assert.Equal("UnderReview", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("Refuses")]
    [InlineData("Down")]
    public async Task Parent_WhomNothingReaches_IsCalledByAPerson(string kind)
    {
        var (parent, id) = await fixture.AskedAsync();
        await _service.Departments.GatewayAsync(kind);
        await _service.Hand.NotifyAsync();
        for (var hours = 0; kind == "Down" && hours < 30; hours += 3)
            await fixture.PassAsync(TimeSpan.FromHours(3));
        await _service.Departments.GatewayAsync("Accepts");

        Assert.Equal("GaveUp", (await fixture.StatesAsync(id))[0]);
        var line = Assert.Single(await CallsAsync(), line => line.GetProperty("id").GetString() == id);
        Assert.Equal((await parent.GetAsync(id)).Json.GetProperty("correction").GetProperty("lastDay").GetString(), line.GetProperty("lastDay").GetString());
        Assert.Equal(204, (await RecordAsync(id)).Status);
        (await RecordAsync(id)).AssertProblem(409, "action-not-possible");
        Assert.DoesNotContain(await CallsAsync(), line => line.GetProperty("id").GetString() == id);
        Assert.Contains("ParentNotReached", await _service.Stored.EventsAsync(id));
        Assert.Equal("ParentCalled", (await _service.Stored.EventsAsync(id))[^1]);
    }

    [Fact]
    public async Task Parent_WhoActs_NeedsNoCall()
    {
        var (parent, id) = await fixture.AskedAsync();
        await _service.Departments.GatewayAsync("Refuses", times: 1);
        await _service.Hand.NotifyAsync();
        Assert.Single(await CallsAsync(), line => line.GetProperty("id").GetString() == id);

        Assert.Equal(200, (await _service.CallAsync(parent, "POST", $"applications/{id}/withdraw", "", (await parent.GetAsync(id)).ETag)).Status);

        Assert.DoesNotContain(await CallsAsync(), line => line.GetProperty("id").GetString() == id);
        (await RecordAsync(id)).AssertProblem(409, "action-not-possible");
    }

    [Fact]
    public async Task DeadLetter_OfANotice_IsDrivenAgainWhileItIsDue()
    {
        var (_, id) = await fixture.AskedAsync();
        await _service.Stored.TakeAwayAsync(NoticeQueues.Notices);
        await _service.Hand.SendAsync(NoticeQueues.Poison, BinaryData.FromObjectAsJson(new { applicationId = id }));

        await _service.Hand.DrainAsync([NoticeQueues.Poison, NoticeQueues.Notices]);

        Assert.Equal(["Sms CorrectionRequested"], await fixture.PhoneAsync(id));
    }

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> CallsAsync() =>
        [.. (await StaffAsync(HttpMethod.Get, "api/review/cases?kind=Call&limit=100")).Json.GetProperty("cases").EnumerateArray()];

    private Task<HttpAnswer> RecordAsync(string id) => StaffAsync(HttpMethod.Post, $"api/review/cases/{id}/called");

    private async Task<HttpAnswer> StaffAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Staff);
        return await _service.Http.AskAsync(request);
    }
}
