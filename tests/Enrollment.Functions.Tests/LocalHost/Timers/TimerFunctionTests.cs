using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Tests.LocalHost.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.LocalHost.Timers;

public sealed class TimerFunctionTests
{
    private static readonly BlobClientOptions Options = new(BlobClientOptions.ServiceVersion.V2026_06_06);

    [Fact]
    public async Task T14_TwoHosts_FireOncePerTickAndPassTheLeaseOnWhenTheHolderStops()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var fires = new ConcurrentQueue<Fire>();
        await using var one = await StartAsync(account, new Tick.Log("one", fires));
        await Until.TrueAsync(() => !fires.IsEmpty, "the first host fires");
        await using var two = await StartAsync(account, new Tick.Log("two", fires));
        await Until.TrueAsync(() => fires.Count >= 3, "it goes on firing");
        Assert.All(fires, fire => Assert.Equal("one", fire.Host));

        await one.StopAsync();

        await Until.TrueAsync(() => fires.Any(fire => fire.Host == "two"), "the other takes over");
        Assert.Equal(fires.Count, fires.Select(fire => fire.Next).Distinct().Count());
    }

    [Fact]
    public async Task T14_HostKilledWithTheLease_PassesItOnWhenItEnds()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var fires = new ConcurrentQueue<Fire>();
        await using (await StartAsync(account, new Tick.Log("first", fires)))
            await Until.TrueAsync(() => !fires.IsEmpty, "the lock's blob is there");
        var killed = (await LockAsync(account)).GetBlobLeaseClient();
        await killed.AcquireAsync(TimeSpan.FromSeconds(15));

        await using var heir = await StartAsync(account, new Tick.Log("heir", fires));

        await Until.TrueAsync(() => fires.Any(fire => fire.Host == "heir"), "the heir fires");
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => killed.RenewAsync());
    }

    private static async Task<BlobClient> LockAsync(AzuriteAccount account)
    {
        var container = new BlobContainerClient(account.ConnectionString, "azure-webjobs-hosts", Options);
        await foreach (var blob in container.GetBlobsAsync())
            return container.GetBlobClient(blob.Name);
        throw new InvalidOperationException("no lock");
    }

    private static Task<LocalHostFixture> StartAsync(AzuriteAccount account, Tick.Log log) => LocalHostFixture.StartAsync(
        typeof(Tick),
        builder =>
        {
            builder.Configuration["Schedule"] = "* * * * * *";
            builder.Configuration["AzureFunctionsJobHost:singleton:listenerLockPeriod"] = "00:00:15";
            builder.Configuration["AzureFunctionsJobHost:singleton:listenerLockRecoveryPollingInterval"] = "00:00:00.2";
            builder.Services.AddSingleton(log);
        },
        account);

    internal sealed record Fire(string Host, DateTime Next);

    internal sealed class Tick(Tick.Log log)
    {
        [Function(nameof(Tick))]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer) =>
            log.Fires.Enqueue(new Fire(log.Host, timer.ScheduleStatus!.Next));

        internal sealed record Log(string Host, ConcurrentQueue<Fire> Fires);
    }
}
