using Azure;
using Azure.Storage.Blobs.Specialized;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

/// <summary>A lease while we hold it: renewed at half its period, lost when renewal is refused or comes too late.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly BlobLeaseClient lease;
    private readonly TimeSpan period;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Task renewing;
    private DateTimeOffset goodUntil;

    public HeldLease(BlobLeaseClient lease, TimeSpan period, DateTimeOffset askedAt, TimeProvider time, ILogger logger)
    {
        (this.lease, this.period, this.time, this.logger) = (lease, period, time, logger);
        goodUntil = askedAt + period;
        Lost = lost.Token;
        renewing = RenewAsync();
    }

    public CancellationToken Lost { get; }

    public bool IsHeld => !Lost.IsCancellationRequested && time.GetUtcNow() < goodUntil;

    /// <summary>Stops renewing without releasing, as a killed host does.</summary>
    public async Task AbandonAsync()
    {
        await stop.CancelAsync();
        await renewing;
    }

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        if (IsHeld)
            await ReleaseAsync();
        stop.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var interval = period / 2;
        while (await WaitAsync(interval))
        {
            interval = await TryRenewAsync() ? period / 2 : Shorter(interval);
            if (IsHeld)
                continue;
            logger.LogWarning("The lock {Blob} is lost", lease.Uri);
            await lost.CancelAsync();
            return;
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        var askedAt = time.GetUtcNow();
        try
        {
            StorageOperations.Blob("lease-renew");
            await lease.RenewAsync(cancellationToken: stop.Token);
            goodUntil = askedAt + period;
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            goodUntil = askedAt;
            return false;
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The lock {Blob} was not renewed", lease.Uri);
            return false;
        }
    }

    private async Task<bool> WaitAsync(TimeSpan interval)
    {
        await Task.Delay(interval, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    private async Task ReleaseAsync()
    {
        try
        {
            StorageOperations.Blob("lease-release");
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException exception)
        {
            logger.LogWarning(exception, "The lock {Blob} was not released and ends by itself", lease.Uri);
        }
    }

    private static TimeSpan Shorter(TimeSpan interval) => interval / 2 > ShortestInterval ? interval / 2 : ShortestInterval;
}
