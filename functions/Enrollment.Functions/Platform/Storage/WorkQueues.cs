using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Queues;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Sends work messages: thin, without personal data, and never expiring.</summary>
internal sealed class WorkQueues(StorageClients storage)
{
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);
    private readonly ConcurrentDictionary<string, QueueClient> _clients = new(StringComparer.Ordinal);

    public Task SendAsync<T>(string queue, T message, CancellationToken cancellationToken) =>
        _clients.GetOrAdd(queue, storage.Queues.GetQueueClient).SendMessageAsync(
            BinaryData.FromObjectAsJson(message, JsonSerializerOptions.Web), visibilityTimeout: null, NeverExpires, cancellationToken);
}
