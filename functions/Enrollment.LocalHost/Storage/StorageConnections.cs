using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost.Storage;

internal sealed class StorageConnections(IConfiguration configuration)
{
    private const string DefaultConnection = "Storage";

    // the newest version Azurite answers without --skipApiVersionCheck.
    // No encoding here: what is not base64 must be seen as it is to be moved to the poison queue.
    private readonly QueueClientOptions _queueOptions =
        new(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.None };

    private readonly BlobClientOptions _blobOptions = new(BlobClientOptions.ServiceVersion.V2026_06_06);

    public QueueClient Queue(string name, string? connection) => new(ConnectionString(connection), name, _queueOptions);

    public BlobContainerClient Container(string name) => new(ConnectionString(connection: null), name, _blobOptions);

    private string ConnectionString(string? connection)
    {
        var name = configuration.Resolve(connection ?? DefaultConnection);
        return configuration[$"AzureWebJobs{name}"]
            ?? configuration[name]
            ?? configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"The storage connection '{name}' is not set (AzureWebJobs{name}).");
    }
}
