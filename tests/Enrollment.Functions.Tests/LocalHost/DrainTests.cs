using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Tests.LocalHost.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.LocalHost;

public sealed class DrainTests : IDisposable
{
    private readonly Blocked.Gate _gate = new(new SemaphoreSlim(0), new ConcurrentQueue<string>());

    public void Dispose() => _gate.End.Dispose();

    [Fact]
    public async Task Stop_MessageInFlight_EndsItAndTakesNoMore()
    {
        var (account, queue) = await QueueAsync();
        await using var host = await StartAsync(account, "00:01:00");
        await queue.SendMessageAsync("in flight");
        await Until.TrueAsync(() => _gate.Entered.Count == 1, "it runs");

        var stop = host.StopAsync();
        await Until.TrueAsync(() => RefusesAsync(host), "the host accepts no more");
        await queue.SendMessageAsync("too late");
        await StillRunsAsync(stop);
        _gate.End.Release();
        await stop;

        Assert.Equal("too late", (await queue.PeekMessageAsync()).Value.Body.ToString());
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Stop_RequestInFlight_AnswersIt()
    {
        var (account, _) = await QueueAsync();
        await using var host = await StartAsync(account, "00:01:00");
        var request = host.Client.GetStringAsync("/api/blocked");
        await Until.TrueAsync(() => _gate.Entered.Count == 1, "it runs");

        var stop = host.StopAsync();
        await StillRunsAsync(stop);
        _gate.End.Release();
        await stop;

        Assert.Equal("\"done\"", await request);
    }

    [Fact]
    public async Task T9_Stop_WorkThatDoesNotEnd_IsBoundedAndReleasesNothing()
    {
        var (account, queue) = await QueueAsync();
        await using var host = await StartAsync(account, "00:00:00.3");
        await queue.SendMessageAsync("stuck");
        await Until.TrueAsync(() => _gate.Entered.Count == 1, "it runs");

        await host.StopAsync();

        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Null((await queue.PeekMessageAsync()).Value);
    }

    // only a wrong host can end within the wait, so a right one never fails here
    private static Task<TimeoutException> StillRunsAsync(Task stop) =>
        Assert.ThrowsAsync<TimeoutException>(() => stop.WaitAsync(TimeSpan.FromMilliseconds(300)));

    private static async Task<bool> RefusesAsync(LocalHostFixture host)
    {
        try
        {
            using var other = new HttpClient { BaseAddress = host.Client.BaseAddress };
            using var response = await other.GetAsync("/");
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private static async Task<(AzuriteAccount Account, QueueClient Queue)> QueueAsync()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var options = new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 };
        var queue = new QueueClient(account.ConnectionString, "blocked", options);
        await queue.CreateAsync();
        return (account, queue);
    }

    private Task<LocalHostFixture> StartAsync(AzuriteAccount account, string drainTimeout) => LocalHostFixture.StartAsync(
        typeof(Blocked),
        builder =>
        {
            builder.Configuration["LocalHost:DrainTimeout"] = drainTimeout;
            builder.Services.AddSingleton(_gate);
        },
        account);

    internal sealed class Blocked(Blocked.Gate gate)
    {
        [Function("BlockedMessage")]
        public async Task RunAsync([QueueTrigger("blocked")] string message)
        {
            gate.Entered.Enqueue(message);
            await gate.End.WaitAsync(CancellationToken.None);
        }

        [Function("BlockedRequest")]
        public async Task<IResult> AnswerAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "blocked")] HttpRequest request)
        {
            gate.Entered.Enqueue(request.Method);
            await gate.End.WaitAsync(CancellationToken.None);
            return Results.Ok("done");
        }

        internal sealed record Gate(SemaphoreSlim End, ConcurrentQueue<string> Entered);
    }
}
