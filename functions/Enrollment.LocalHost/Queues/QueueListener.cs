using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

/// <summary>Polls the queue of one function.</summary>
internal sealed class QueueListener(
    QueueClient queue, QueueSettings settings, PollingDelay delay, MessageDelivery delivery, ILogger logger) : IDisposable
{
    private readonly InFlight _inFlight = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();
    private Task _polling = Task.CompletedTask;
    private bool _exists;

    public void Start() => _polling = Task.Run(PollAsync);

    /// <summary>Polls no more and ends with the last delivery. A poll under way is not broken off: its messages are already hidden.</summary>
    public async Task DrainAsync()
    {
        await _stopping.CancelAsync();
        await _polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _inFlight.WhenAtMostAsync(0, _abandoned.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives up what is in flight without releasing it, as a killed host does.</summary>
    public async Task AbandonAsync()
    {
        await _stopping.CancelAsync();
        await _abandoned.CancelAsync();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _abandoned.Dispose();
    }

    private async Task PollAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await _inFlight.WhenAtMostAsync(settings.NewBatchThreshold, _stopping.Token);
            var received = await ReceiveAsync();
            foreach (var message in received)
                _inFlight.Start(() => delivery.DeliverAsync(new HeldMessage(queue, message), _abandoned.Token));
            if (received.Length > 0)
                delay.Reset();
            else
                await delay.WaitAsync(_stopping.Token);
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            if (!_exists && !(_exists = await ExistsAsync()))
                return [];
            QueueMessage[] received = await queue.ReceiveMessagesAsync(settings.BatchSize, QueueSettings.Invisibility, _abandoned.Token);
            StorageOperations.Queue(received.Length > 0 ? "receive" : "receive-empty");
            return received;
        }
        catch (Exception exception) when (!_abandoned.IsCancellationRequested)
        {
            _exists = false;
            logger.LogWarning(exception, "Polling the queue {Queue} failed", queue.Name);
            return [];
        }
    }

    private async Task<bool> ExistsAsync()
    {
        StorageOperations.Queue("exists");
        return await queue.ExistsAsync(_abandoned.Token);
    }
}
