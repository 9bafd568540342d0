using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Enrollment.Settings;
using Enrollment.Settings.Storage;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost.Storage;

/// <summary>The accounts of queues and locks, found by the names the Functions host looks under.</summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    private const string DefaultConnection = "Storage";

    // the newest version Azurite answers without --skipApiVersionCheck.
    // No encoding here: what is not base64 must be seen as it is to be moved to the poison queue.
    private readonly QueueClientOptions _queueOptions =
        new(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.None };

    private readonly BlobClientOptions _blobOptions = new(BlobClientOptions.ServiceVersion.V2026_06_06);
    private readonly ConcurrentDictionary<string, StorageAccount> _accounts = new(StringComparer.Ordinal);

    public QueueClient Queue(string name, string? connection) => Account(connection).Queues(_queueOptions).GetQueueClient(name);

    public BlobContainerClient Container(string name) => Account(connection: null).Blobs(_blobOptions).GetBlobContainerClient(name);

    // An identity keeps its tokens, so an account is made once.
    private StorageAccount Account(string? connection) => _accounts.GetOrAdd(configuration.Resolve(connection ?? DefaultConnection), Find);

    private StorageAccount Find(string name)
    {
        var section = new[] { $"AzureWebJobs{name}", name, $"ConnectionStrings:{name}" }
            .Select(configuration.GetSection).FirstOrDefault(section => section.Exists())
            ?? throw new InvalidOperationException($"The storage connection '{name}' is not set (AzureWebJobs{name}).");
        var faults = new List<SettingFault>();
        var options = StorageOptions.From(section, faults);
        var cloud = configuration.ReadSettings<CloudOptions>(CloudOptions.Section, faults);
        return faults.Count == 0 ? new StorageAccount(options, cloud) : throw new InvalidOperationException(string.Join("; ", faults));
    }
}
