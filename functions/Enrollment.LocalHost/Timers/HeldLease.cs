using Azure;
using Azure.Storage.Blobs.Specialized;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

/// <summary>A lease while we hold it: renewed at half its period, lost when renewal is refused or comes too late.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly BlobLeaseClient _lease;
    private readonly TimeSpan _period;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _renewing;
    private DateTimeOffset _goodUntil;

    public HeldLease(BlobLeaseClient lease, TimeSpan period, DateTimeOffset askedAt, TimeProvider time, ILogger logger)
    {
        (_lease, _period, _time, _logger) = (lease, period, time, logger);
        _goodUntil = askedAt + _period;
        Lost = _lost.Token;
        _renewing = RenewAsync();
    }

    public CancellationToken Lost { get; }

    public bool IsHeld => !Lost.IsCancellationRequested && _time.GetUtcNow() < _goodUntil;

    /// <summary>Stops renewing without releasing, as a killed host does.</summary>
    public async Task AbandonAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
    }

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        if (IsHeld)
            await ReleaseAsync();
        _stop.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var interval = _period / 2;
        while (await WaitAsync(interval))
        {
            interval = await TryRenewAsync() ? _period / 2 : Shorter(interval);
            if (IsHeld)
                continue;
            _logger.LogWarning("The lock {Blob} is lost", _lease.Uri);
            await _lost.CancelAsync();
            return;
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        var askedAt = _time.GetUtcNow();
        try
        {
            StorageOperations.Blob("lease-renew");
            await _lease.RenewAsync(cancellationToken: _stop.Token);
            _goodUntil = askedAt + _period;
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            _goodUntil = askedAt;
            return false;
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "The lock {Blob} was not renewed", _lease.Uri);
            return false;
        }
    }

    private async Task<bool> WaitAsync(TimeSpan interval)
    {
        await Task.Delay(interval, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stop.IsCancellationRequested;
    }

    private async Task ReleaseAsync()
    {
        try
        {
            StorageOperations.Blob("lease-release");
            await _lease.ReleaseAsync();
        }
        catch (RequestFailedException exception)
        {
            _logger.LogWarning(exception, "The lock {Blob} was not released and ends by itself", _lease.Uri);
        }
    }

    private static TimeSpan Shorter(TimeSpan interval) => interval / 2 > ShortestInterval ? interval / 2 : ShortestInterval;
}
