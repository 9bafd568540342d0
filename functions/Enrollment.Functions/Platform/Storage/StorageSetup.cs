using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Makes the tables, queues and containers at start, so that no request pays for it.</summary>
internal sealed class StorageSetup(StorageClients storage, IEnumerable<TableName> tables, IEnumerable<QueueName> queues,
    IEnumerable<ContainerName> containers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. tables.Select(table => (Task)storage.Tables.CreateTableIfNotExistsAsync(table.Value, cancellationToken)),
        .. queues.Select(queue => (Task)storage.Queues.GetQueueClient(queue.Value).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. containers.Select(container => (Task)storage.Blobs.GetBlobContainerClient(container.Value).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
    ]);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
