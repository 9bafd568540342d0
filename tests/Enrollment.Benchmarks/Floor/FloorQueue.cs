using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.Benchmarks.Measuring;

namespace Enrollment.Benchmarks.Floor;

/// <summary>One queue; a message names an application and carries a trace, as the service's do.</summary>
internal sealed class FloorQueue(QueueClient queue, OperationCounter counter)
{
    public const int BatchSize = 32;

    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    public Task CreateAsync(CancellationToken cancellation) => queue.CreateIfNotExistsAsync(cancellationToken: cancellation);

    public async Task SendAsync(string applicationId, CancellationToken cancellation)
    {
        counter.Count("queue insert");
        var body = BinaryData.FromObjectAsJson(new FloorMessage(applicationId, Trace), JsonSerializerOptions.Web);
        await queue.SendMessageAsync(body, visibilityTimeout: null, NeverExpires, cancellation);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(CancellationToken cancellation)
    {
        QueueMessage[] received = await queue.ReceiveMessagesAsync(BatchSize, Invisible, cancellation);
        counter.Count(received.Length > 0 ? StorageCounts.Receive : StorageCounts.ReceiveEmpty);
        return received;
    }

    public async Task DeleteAsync(QueueMessage message, CancellationToken cancellation)
    {
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
        counter.Count(StorageCounts.MessageDelete);
    }

    public static string ApplicationIn(QueueMessage message) =>
        message.Body.ToObjectFromJson<FloorMessage>(JsonSerializerOptions.Web)!.ApplicationId;
}

internal sealed record FloorMessage(string ApplicationId, string TraceParent);
