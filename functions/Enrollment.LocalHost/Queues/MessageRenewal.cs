using Azure;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

/// <summary>Keeps a message invisible while its function runs.</summary>
internal sealed class MessageRenewal : IAsyncDisposable
{
    private static readonly TimeSpan NormalInterval = QueueSettings.Invisibility / 2;
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly HeldMessage _message;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _renewing;

    private MessageRenewal(HeldMessage message, TimeProvider time, ILogger logger)
    {
        (_message, _time, _logger) = (message, time, logger);
        _renewing = RenewAsync();
    }

    public static MessageRenewal Start(HeldMessage message, TimeProvider time, ILogger logger) => new(message, time, logger);

    public async ValueTask DisposeAsync()
    {
        // only the wait is canceled: an update broken off halfway would leave us with a receipt that is no longer valid
        await _stop.CancelAsync();
        await _renewing;
        _stop.Dispose();
    }

    private async Task RenewAsync()
    {
        var interval = NormalInterval;
        while (await WaitAsync(interval))
        {
            try
            {
                await _message.HideAsync(QueueSettings.Invisibility, CancellationToken.None);
                interval = NormalInterval;
            }
            catch (RequestFailedException exception) when (exception.Status is 400 or 404 or 409)
            {
                _logger.LogWarning(exception, "Message {MessageId} is no longer ours to renew", _message.Id);
                return;
            }
            catch (Exception exception)
            {
                interval = interval / 2 > ShortestInterval ? interval / 2 : ShortestInterval;
                _logger.LogWarning(exception, "Message {MessageId} was not renewed, next try in {Interval}", _message.Id, interval);
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan interval)
    {
        await Task.Delay(interval, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stop.IsCancellationRequested;
    }
}
