using Azure.Storage.Queues.Models;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Health;

/// <summary>Every minute: how far behind the service is. No measurement is an alarm too, so a failure here may escape.</summary>
internal sealed class MeasureBacklog(DueRows dueRows, StorageClients storage, IEnumerable<QueueName> queues, TimeProvider clock)
{
    [Function(nameof(MeasureBacklog))]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        Measures.OldestDue.Record(await OldestDueAsync(cancellationToken));
        foreach (var (name, isPoison) in queues.Select(queue => Split(queue.Value)))
        {
            if (isPoison)
                Measures.PoisonMessages.Record(await MessagesAsync(name + VerificationQueues.Poison, cancellationToken), Measures.OfQueue(name));
            else
                Measures.OldestMessage.Record(await OldestMessageAsync(name, cancellationToken), Measures.OfQueue(name));
        }
    }

    private static (string Name, bool IsPoison) Split(string queue) => queue.EndsWith(VerificationQueues.Poison, StringComparison.Ordinal)
        ? (queue[..^VerificationQueues.Poison.Length], true)
        : (queue, false);

    private async Task<double> OldestDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now;
        for (var bucket = 0; bucket < DueRow.Buckets; bucket++)
        {
            foreach (var row in await dueRows.OverdueAsync(bucket, now, atMost: 1, cancellationToken))
                oldest = row.DueAt < oldest ? row.DueAt : oldest;
        }
        return (now - oldest).TotalSeconds;
    }

    private async Task<double> OldestMessageAsync(string queue, CancellationToken cancellationToken)
    {
        PeekedMessage? message = await storage.Queues.GetQueueClient(queue).PeekMessageAsync(cancellationToken);
        return message?.InsertedOn is { } since ? (clock.GetUtcNow() - since).TotalSeconds : 0;
    }

    private async Task<long> MessagesAsync(string queue, CancellationToken cancellationToken) =>
        (await storage.Queues.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
}
