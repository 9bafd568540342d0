using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

/// <summary>Polls the queue of one function.</summary>
internal sealed class QueueListener(
    QueueClient queue, QueueSettings settings, PollingDelay delay, MessageDelivery delivery, ILogger logger) : IDisposable
{
    private readonly InFlight inFlight = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoned = new();
    private Task polling = Task.CompletedTask;
    private bool exists;

    public void Start() => polling = Task.Run(PollAsync);

    /// <summary>Polls no more and ends with the last delivery. A poll under way is not broken off: its messages are already hidden.</summary>
    public async Task DrainAsync()
    {
        await stopping.CancelAsync();
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await inFlight.WhenAtMostAsync(0, abandoned.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives up what is in flight without releasing it, as a killed host does.</summary>
    public async Task AbandonAsync()
    {
        await stopping.CancelAsync();
        await abandoned.CancelAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        abandoned.Dispose();
    }

    private async Task PollAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await inFlight.WhenAtMostAsync(settings.NewBatchThreshold, stopping.Token);
            var received = await ReceiveAsync();
            foreach (var message in received)
                inFlight.Start(() => delivery.DeliverAsync(new HeldMessage(queue, message), abandoned.Token));
            if (received.Length > 0)
                delay.Reset();
            else
                await delay.WaitAsync(stopping.Token);
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            if (!exists && !(exists = await ExistsAsync()))
                return [];
            QueueMessage[] received = await queue.ReceiveMessagesAsync(settings.BatchSize, QueueSettings.Invisibility, abandoned.Token);
            StorageOperations.Queue(received.Length > 0 ? "receive" : "receive-empty");
            return received;
        }
        catch (Exception exception) when (!abandoned.IsCancellationRequested)
        {
            exists = false;
            logger.LogWarning(exception, "Polling the queue {Queue} failed", queue.Name);
            return [];
        }
    }

    private async Task<bool> ExistsAsync()
    {
        StorageOperations.Queue("exists");
        return await queue.ExistsAsync(abandoned.Token);
    }
}
