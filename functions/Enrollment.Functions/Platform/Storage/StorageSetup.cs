using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Makes the tables, queues and containers at start, so that no request pays for it.</summary>
internal sealed class StorageSetup(IServiceProvider services, IEnumerable<TableName> tables, IEnumerable<QueueName> queues,
    IEnumerable<ContainerName> containers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not in the constructor: hosted services are made before the settings are checked, and one fault would hide the others.
        var storage = services.GetRequiredService<StorageClients>();
        return Task.WhenAll(
        [
            .. tables.Select(table => (Task)storage.Tables.CreateTableIfNotExistsAsync(table.Value, cancellationToken)),
            .. queues.Select(queue => (Task)storage.Queues.GetQueueClient(queue.Value).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. containers.Select(container => (Task)storage.Blobs.GetBlobContainerClient(container.Value).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        ]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
