using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Two who decide on one version of an application: the slower one is refused or decides again, and nothing is lost.</summary>
public sealed class InterruptedCommitTests : IAsyncLifetime
{
    private readonly Interruption _interruption = new();
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_interruption.Handler),
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Withdraw_AnAnswerComesBetween_IsRefusedAndTheApplicationStaysArmed()
    {
        var (parent, id, etag) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => Service.Hand.RunOnceAsync(VerificationQueues.Police));

        var answer = await parent.WithdrawAsync(id, etag);

        answer.AssertProblem(412, "precondition-failed");
        Assert.Equal("Verifying", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Single(await Service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Answer_AWithdrawalComesBetween_ChangesNothing()
    {
        var (parent, id, etag) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => parent.WithdrawAsync(id, etag));

        await Service.Hand.RunOnceAsync(VerificationQueues.Police);

        Assert.Equal("Withdrawn", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        Assert.Equal(["Submitted", "VerificationStarted", "Withdrawn"], await Service.Stored.EventsAsync(id));
        Assert.Empty(await Service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Answer_AnotherComesBetween_BothAreTaken()
    {
        var (parent, id, _) = await BeingVerifiedAsync();
        _interruption.BeforeNextTransaction(() => Service.Hand.RunOnceAsync(VerificationQueues.CivilAffairs));

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
