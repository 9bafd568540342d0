using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>The SDK's clients for the one storage account, over HTTP clients that telemetry and tests can look into.</summary>
internal sealed class StorageClients
{
    public const string TablesHttpClient = "storage.tables";
    public const string QueuesHttpClient = "storage.queues";
    public const string BlobsHttpClient = "storage.blobs";

    private const string Setting = "AzureWebJobsStorage";

    public StorageClients(IConfiguration configuration, IHttpClientFactory http)
    {
        var tableOptions = Configured(new TableClientOptions(), http, TablesHttpClient);
        var queueOptions = Configured(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 },
            http, QueuesHttpClient);
        var blobOptions = Configured(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06), http, BlobsHttpClient);
        if (configuration[Setting] is { Length: > 0 } connectionString)
        {
            Tables = new TableServiceClient(connectionString, tableOptions);
            Queues = new QueueServiceClient(connectionString, queueOptions);
            Blobs = new BlobServiceClient(connectionString, blobOptions);
            return;
        }
        var identity = new DefaultAzureCredential();
        Tables = new TableServiceClient(Endpoint(configuration, "tableServiceUri"), identity, tableOptions);
        Queues = new QueueServiceClient(Endpoint(configuration, "queueServiceUri"), identity, queueOptions);
        Blobs = new BlobServiceClient(Endpoint(configuration, "blobServiceUri"), identity, blobOptions);
    }

    public TableServiceClient Tables { get; }

    public QueueServiceClient Queues { get; }

    public BlobServiceClient Blobs { get; }

    private static Uri Endpoint(IConfiguration configuration, string name) =>
        new(configuration[$"{Setting}:{name}"] ?? throw new InvalidOperationException($"Set {Setting}, or {Setting}__{name} for a managed identity."));

    private static T Configured<T>(T options, IHttpClientFactory http, string client) where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(http.CreateClient(client));
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
