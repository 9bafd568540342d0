using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Two who decide on one version of an application: the slower one is refused or decides again, and nothing is lost.</summary>
public sealed class InterruptedCommitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Interruption _interruption = new();
    private Service? _service;
    private Service? _other;

    private Service Service => _service!;

    /// <summary>Another host on the same storage: in one process they would take turns.</summary>
    private Service Other => _other!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions
        {
            Clock = _clock,
            Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_interruption.Handler),
        });
        _other = await Service.StartAsync(new ServiceOptions { Clock = _clock, Account = Service.Account });
    }

    public async Task DisposeAsync()
    {
        await Other.DisposeAsync();
        await Service.DisposeAsync();
    }

    [Fact]
    public async Task Withdraw_AnAnswerComesBetween_IsRefusedAndTheApplicationStaysArmed()
    {
        var (parent, id, etag) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => Other.Hand.RunOnceAsync(VerificationQueues.Police));

        var answer = await parent.WithdrawAsync(id, etag);

        answer.AssertProblem(412, "precondition-failed");
        Assert.Equal("Verifying", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Single(await Service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Answer_AWithdrawalComesBetween_ChangesNothing()
    {
        var (parent, id, etag) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => new Parent(Other.Http, parent.Family).WithdrawAsync(id, etag));

        await Service.Hand.RunOnceAsync(VerificationQueues.Police);

        Assert.Equal("Withdrawn", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(["Submitted", "VerificationStarted", "Withdrawn"], await Service.Stored.EventsAsync(id));
        Assert.Empty(await Service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task NoAnswer_AWithdrawalComesBetween_DoesNotUndoIt()
    {
        // The second department that cannot be reached writes no event and arms no row: nothing but the version stands in its way.
        var (parent, id, _) = await BeingVerifiedAsync();
        await Service.Departments.BehaveAsync(Department.Property, new { kind = "MalformedJson" }, parent.ChildNumber);
        await Service.Departments.BehaveAsync(Department.Police, new { kind = "MalformedJson" }, parent.ChildNumber);
        await Service.Hand.RunOnceAsync(VerificationQueues.Property);
        var etag = (await parent.GetAsync(id)).ETag;
        _interruption.BeforeNextTransaction(() => new Parent(Other.Http, parent.Family).WithdrawAsync(id, etag));

        await Service.Hand.RunOnceAsync(VerificationQueues.Police);

        Assert.Equal("Withdrawn", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Empty(await Service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Redrive_AnAnswerComesBetween_TakesNothingBack()
    {
        var (parent, id, _) = await BeingVerifiedAsync();
        await Service.Hand.DrainAsync([VerificationQueues.CivilAffairs, VerificationQueues.Property]);
        _clock.Advance(TimeSpan.FromSeconds(21));
        _interruption.BeforeNextTransaction(() => Other.Hand.RunOnceAsync(VerificationQueues.Police));

        await Service.Hand.SweepAsync();
        await Service.Hand.DrainAsync();

        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Single(await Service.Stored.EventsAsync(id), "CategoryEstablished");
    }

    [Fact]
    public async Task Answer_AnotherComesBetween_BothAreTaken()
    {
        var (parent, id, _) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => Other.Hand.RunOnceAsync(VerificationQueues.CivilAffairs));

        await Service.Hand.RunOnceAsync(VerificationQueues.Police);
        await Service.Hand.DrainAsync();

        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(3, (await Service.Stored.EventsAsync(id)).Count(e => e == "CheckAnswered"));
    }

    private async Task<(Parent Parent, string Id, string ETag)> BeingVerifiedAsync()
    {
        var parent = Service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await Service.Hand.RunOnceAsync(VerificationQueues.Plan);
        return (parent, id, (await parent.GetAsync(id)).ETag!);
    }
}
