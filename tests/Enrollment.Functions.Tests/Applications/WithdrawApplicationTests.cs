using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Callbacks;

namespace Enrollment.Functions.Tests.Applications;

public sealed class WithdrawApplicationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Withdraw_VersionSeen_EndsItAndWhatWasDue()
    {
        var (parent, id, etag) = await AppliedAsync();

        var answer = await parent.WithdrawAsync(id, etag);

        Assert.Equal((200, "Withdrawn"), (answer.Status, answer.Json.GetProperty("status").GetString()!));
        Assert.Equal("Withdrawn", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(["Submitted", "Withdrawn"], await _service.Stored.EventsAsync(id));
        Assert.Empty(await _service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Withdraw_WithoutVersion_IsAskedForIt()
    {
        var (parent, id, _) = await AppliedAsync();

        (await parent.WithdrawAsync(id, ifMatch: null)).AssertProblem(428, "precondition-required");
        Assert.Equal("Submitted", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("\"datetime'2020-01-01'\"")]
    [InlineData("garbage")]
    [InlineData("")]
    public async Task Withdraw_OtherVersion_IsRefused(string etag)
    {
        var (parent, id, _) = await AppliedAsync();

        (await parent.WithdrawAsync(id, etag)).AssertProblem(412, "precondition-failed");
        Assert.Equal("Submitted", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Withdraw_AfterItChanged_IsRefused()
    {
        var (parent, id, etag) = await AppliedAsync();
        await _service.Hand.DrainAsync();

        (await parent.WithdrawAsync(id, etag)).AssertProblem(412, "precondition-failed");
        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Withdraw_AnyVersionOrOneOfSeveral_IsTaken()
    {
        var (first, firstId, _) = await AppliedAsync();
        var (second, secondId, etag) = await AppliedAsync();

        Assert.Equal(200, (await first.WithdrawAsync(firstId, "*")).Status);
        Assert.Equal(200, (await second.WithdrawAsync(secondId, $"\"other\", {etag}")).Status);
    }

    [Fact]
    public async Task Withdraw_WeakVersion_IsRefused()
    {
        var (parent, id, etag) = await AppliedAsync();

        (await parent.WithdrawAsync(id, $"W/{etag}")).AssertProblem(412, "precondition-failed");
    }

    [Fact]
    public async Task Withdraw_SecondTime_IsNotPossible()
    {
        var (parent, id, etag) = await AppliedAsync();
        var first = await parent.WithdrawAsync(id, etag);

        var second = await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);

        Assert.Equal(200, first.Status);
        second.AssertProblem(409, "action-not-possible");
        Assert.Equal(["Submitted", "Withdrawn"], await _service.Stored.EventsAsync(id));
    }

    [Fact]
    public async Task Withdraw_TwentyTimesAtOnce_HappensOnce()
    {
        var (parent, id, etag) = await AppliedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => parent.WithdrawAsync(id, etag)));

        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.AssertProblem(412, "precondition-failed"));
        Assert.Equal(["Submitted", "Withdrawn"], await _service.Stored.EventsAsync(id));
    }

    [Fact]
    public async Task Withdraw_AnothersApplication_IsNotFound()
    {
        var (_, id, etag) = await AppliedAsync();

        (await _service.Parent(FamilyPool.Plain).WithdrawAsync(id, etag)).AssertProblem(404, "not-found");
        Assert.Equal("Submitted", (await _service.Stored.ApplicationAsync(id)).GetString(ApplicationRow.Status));
    }

    [Fact]
    public async Task Withdraw_BeforeItIsPlanned_IsNeverPlanned()
    {
        var (parent, id, etag) = await AppliedAsync();
        await parent.WithdrawAsync(id, etag);

        await _service.Hand.DrainAsync();

        Assert.Equal(["Submitted", "Withdrawn"], await _service.Stored.EventsAsync(id));
        Assert.Empty((await parent.GetAsync(id)).Json.GetProperty("checks").EnumerateArray());
    }

    [Fact]
    public async Task Withdraw_WhileBeingVerified_LaterAnswersChangeNothing()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        var id = await parent.ApplyAsync();
        await _service.Hand.RunOnceAsync(VerificationQueues.Plan);
        await _service.Hand.RunOnceAsync(VerificationQueues.Property);

        var withdrawn = await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);
        var before = await _service.Stored.RowsAsync(ApplicationStore.Table, id);
        await _service.Hand.DrainAsync();
        var callback = await _service.Voice.CallBackAsync("property", _service.Voice.Truth("property", parent.Family, id), $"msg_{id}");
        await _service.Hand.DrainAsync();
        fixture.Clock.Advance(TimeSpan.FromHours(49));
        await _service.Hand.SweepAsync();

        Assert.Equal((200, 202), (withdrawn.Status, callback.Status));
        Assert.Equal(before.Select(Version), (await _service.Stored.RowsAsync(ApplicationStore.Table, id)).Select(Version));
        Assert.Empty(await _service.Stored.DueAsync(id));
        Assert.Equal("Late", Assert.Single(await _service.Stored.RowsAsync(CallbackInbox.Table, id)).GetString("Outcome"));
    }

    private static (string, Azure.ETag) Version(Azure.Data.Tables.TableEntity row) => (row.RowKey, row.ETag);

    private async Task<(Parent Parent, string Id, string ETag)> AppliedAsync()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        return (parent, id, (await parent.GetAsync(id)).ETag!);
    }
}
