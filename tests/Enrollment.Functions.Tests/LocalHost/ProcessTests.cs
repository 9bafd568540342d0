using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Hosts;
using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.LocalHost;

/// <summary>The app itself as a process of its own, ended from outside.</summary>
public sealed class ProcessTests
{
    private static readonly int Timers = Enrollment.LocalHost.FunctionSurface.Of(typeof(Sweep).Assembly).Count(function => function.Trigger == "timer");
    private static readonly Uri NoDepartments = new("http://127.0.0.1:9/");

    [Fact]
    public async Task T14_Sigterm_EndsByItselfAndGivesTheLeasesBack()
    {
        var (host, locks) = await StartAsync();
        await using var _ = host;

        Assert.True(await host.StopAsync(), host.Output);

        Assert.All(await StatesAsync(locks), state => Assert.Equal(LeaseState.Available, state));
    }

    [Fact]
    public async Task T9_Sigkill_ReleasesNothing()
    {
        var (host, locks) = await StartAsync();
        await using var _ = host;

        await host.KillAsync();

        Assert.All(await StatesAsync(locks), state => Assert.Equal(LeaseState.Leased, state));
    }

    private static async Task<(WebProcess Host, BlobContainerClient Locks)> StartAsync()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
        var locks = new BlobContainerClient(account.ConnectionString, "azure-webjobs-hosts", options);
        var host = await WebProcess.StartAsync(WebProgram.Functions, HostSettings.Functions(account.ConnectionString, NoDepartments));
        await Until.TrueAsync(
            async () => await locks.ExistsAsync() && await StatesAsync(locks) is var states && states.Count == Timers && states.All(state => state == LeaseState.Leased),
            "every timer's lease is held");
        return (host, locks);
    }

    private static async Task<List<LeaseState?>> StatesAsync(BlobContainerClient locks) =>
        await locks.GetBlobsAsync().Select(blob => blob.Properties.LeaseState).ToListAsync();
}
