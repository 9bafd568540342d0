using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.LocalHost.Storage;

namespace Enrollment.LocalHost.Queues;

/// <summary>A received message with the pop receipt that is valid now: every update issues a new one.</summary>
internal sealed class HeldMessage(QueueClient queue, QueueMessage message)
{
    private string _popReceipt = message.PopReceipt;

    public string Id => message.MessageId;

    public string Text => message.MessageText;

    public long DequeueCount => message.DequeueCount;

    public async Task HideAsync(TimeSpan duration, CancellationToken cancellation)
    {
        StorageOperations.Queue("update");
        UpdateReceipt receipt = await queue.UpdateMessageAsync(
            message.MessageId, _popReceipt, visibilityTimeout: duration, cancellationToken: cancellation);
        _popReceipt = receipt.PopReceipt;
    }

    public async Task DeleteAsync(CancellationToken cancellation)
    {
        StorageOperations.Queue("delete");
        await queue.DeleteMessageAsync(message.MessageId, _popReceipt, cancellation);
    }
}
