using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Callbacks;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Verification.Recovery;

public sealed class CollectDeadLettersTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task DeadLetter_OfAPlanStillDue_IsRecordedAndTheStepCompletes()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await LoseAsync(VerificationQueues.Plan, 1);

        await _service.Hand.SendAsync(VerificationQueues.Plan + VerificationQueues.Poison, Step(id));
        await _service.Hand.DrainPoisonAsync();
        await _service.Hand.DrainAsync();

        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(("StillDue", 1), await RecordedAsync(VerificationQueues.Plan, id));
    }

    [Theory]
    [InlineData(VerificationQueues.Police)]
    [InlineData(VerificationQueues.CivilAffairs)]
    [InlineData(VerificationQueues.Property)]
    public async Task DeadLetter_OfACheckStillDue_IsRecordedAndTheStepCompletes(string queue)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await _service.Hand.RunOnceAsync(VerificationQueues.Plan);
        await LoseAsync(queue, 1);
        await _service.Hand.DrainAsync();

        await _service.Hand.SendAsync(queue + VerificationQueues.Poison, Step(id));
        await _service.Hand.DrainPoisonAsync();
        await _service.Hand.DrainAsync();

        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(("StillDue", 1), await RecordedAsync(queue, id));
    }

    [Fact]
    public async Task DeadLetter_OfACallbackStillDue_IsRecordedAndTheCallbackApplied()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Enrollment.Domain.Verification.Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();
        await _service.Voice.CallBackAsync("property", _service.Voice.Truth("property", parent.Family, id), "msg_dead");
        await LoseAsync(VerificationQueues.Callbacks, 1);
        var key = Assert.Single(await _service.Stored.RowsAsync(CallbackInbox.Table, id)).RowKey;

        await _service.Hand.SendAsync(VerificationQueues.Callbacks + VerificationQueues.Poison, Json(new CallbackMessage(id, key, TraceParent: null)));
        await _service.Hand.DrainPoisonAsync();
        await _service.Hand.DrainAsync();

        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task DeadLetter_OfAStepDoneAlready_IsRecordedAndNotSentAgain()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();

        await _service.Hand.SendAsync(VerificationQueues.Police + VerificationQueues.Poison, Step(id));
        await _service.Hand.DrainPoisonAsync();

        Assert.Equal(("DoneAlready", 1), await RecordedAsync(VerificationQueues.Police, id));
        Assert.Empty(await _service.Stored.MessagesAsync(VerificationQueues.Police));
    }

    [Fact]
    public async Task DeadLetter_ThatDiesEachTime_IsLeftToTheSweepAfterFiveRedrives()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await LoseAsync(VerificationQueues.Plan, 1);
        var redriven = 0;

        for (var death = 0; death < 8; death++)
        {
            await _service.Hand.SendAsync(VerificationQueues.Plan + VerificationQueues.Poison, Step(id));
            await _service.Hand.DrainPoisonAsync();
            redriven += (await _service.Stored.MessagesAsync(VerificationQueues.Plan)).Count;
            await LoseAsync(VerificationQueues.Plan, atMost: 1);
        }

        Assert.Equal(5, redriven);
        Assert.Equal(("StillDue", 8), await RecordedAsync(VerificationQueues.Plan, id));
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();
        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"applicationId\":5}")]
    [InlineData("{\"applicationId\":\"' or 1 eq 1\"}")]
    [InlineData("\0\u0001\ufffe\ud800")]
    public async Task DeadLetter_ThatIsNoMessageOfOurs_IsParked(string body)
    {
        var before = (await _service.Stored.RowsAsync(DeadLetters.Table)).Count;

        await _service.Hand.SendAsync(VerificationQueues.SocialSecurity + VerificationQueues.Poison, BinaryData.FromString(body));
        await _service.Hand.DrainPoisonAsync();

        var rows = await _service.Stored.RowsAsync(DeadLetters.Table);
        Assert.Equal(before + 1, rows.Count);
        Assert.Contains(rows, row => row.PartitionKey == VerificationQueues.SocialSecurity && row.GetString("Verdict") == "Unreadable");
        Assert.Empty(await _service.Stored.MessagesAsync(VerificationQueues.SocialSecurity));
    }

    [Fact]
    public async Task DeadLetter_OfAnApplicationThatIsNotThere_IsParked()
    {
        await _service.Hand.SendAsync(VerificationQueues.Plan + VerificationQueues.Poison, Step("0123456789abcdefghjkmnpqrs"));
        await _service.Hand.DrainPoisonAsync();

        Assert.Equal(("NoSuchApplication", 1), await RecordedAsync(VerificationQueues.Plan, "0123456789abcdefghjkmnpqrs"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/such?key#at\\all")]
    [InlineData("line\nbreak")]
    public async Task DeadLetter_OfACallbackThatIsNotThere_IsParked(string key)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();

        await _service.Hand.SendAsync(VerificationQueues.Callbacks + VerificationQueues.Poison, Json(new CallbackMessage(id, key, TraceParent: null)));
        await _service.Hand.DrainPoisonAsync();

        Assert.Equal(("DoneAlready", 1), await RecordedAsync(VerificationQueues.Callbacks, id));
    }

    private static BinaryData Step(string id) => Json(new StepMessage(id, TraceParent: null));

    private static BinaryData Json<T>(T message) => BinaryData.FromObjectAsJson(message, System.Text.Json.JsonSerializerOptions.Web);

    // What a crash of the host does: the message is gone from sight without having been worked.
    private async Task LoseAsync(string queue, int atMost) => Assert.InRange(await _service.Stored.TakeAwayAsync(queue), 0, atMost);

    private async Task<(string Verdict, int Times)> RecordedAsync(string queue, string applicationId)
    {
        var row = Assert.Single(await _service.Stored.RowsAsync(DeadLetters.Table, queue), r => r.GetString("Body")?.Contains(applicationId, StringComparison.Ordinal) == true);
        return (row.GetString("Verdict"), row.GetInt32("Times")!.Value);
    }
}
