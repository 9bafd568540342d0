using Azure;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

/// <summary>Keeps a message invisible while its function runs.</summary>
internal sealed class MessageRenewal : IAsyncDisposable
{
    private static readonly TimeSpan NormalInterval = QueueSettings.Invisibility / 2;
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource stop = new();
    private readonly HeldMessage message;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Task renewing;

    private MessageRenewal(HeldMessage message, TimeProvider time, ILogger logger)
    {
        (this.message, this.time, this.logger) = (message, time, logger);
        renewing = RenewAsync();
    }

    public static MessageRenewal Start(HeldMessage message, TimeProvider time, ILogger logger) => new(message, time, logger);

    public async ValueTask DisposeAsync()
    {
        // only the wait is canceled: an update broken off halfway would leave us with a receipt that is no longer valid
        await stop.CancelAsync();
        await renewing;
        stop.Dispose();
    }

    private async Task RenewAsync()
    {
        var interval = NormalInterval;
        while (await WaitAsync(interval))
        {
            try
            {
                await message.HideAsync(QueueSettings.Invisibility, CancellationToken.None);
                interval = NormalInterval;
            }
            catch (RequestFailedException exception) when (exception.Status is 400 or 404 or 409)
            {
                logger.LogWarning(exception, "Message {MessageId} is no longer ours to renew", message.Id);
                return;
            }
            catch (Exception exception)
            {
                interval = interval / 2 > ShortestInterval ? interval / 2 : ShortestInterval;
                logger.LogWarning(exception, "Message {MessageId} was not renewed, next try in {Interval}", message.Id, interval);
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan interval)
    {
        await Task.Delay(interval, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }
}
