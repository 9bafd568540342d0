using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Enrollment.Settings.Storage;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>The SDK's clients for the one storage account, over HTTP clients that telemetry and tests can look into.</summary>
internal sealed class StorageClients(StorageAccount account, IHttpClientFactory http)
{
    public const string TablesHttpClient = "storage.tables";
    public const string QueuesHttpClient = "storage.queues";
    public const string BlobsHttpClient = "storage.blobs";

    public TableServiceClient Tables { get; } = account.Tables(Configured(new TableClientOptions(), http, TablesHttpClient));

    public QueueServiceClient Queues { get; } = account.Queues(Configured(
        new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 }, http, QueuesHttpClient));

    public BlobServiceClient Blobs { get; } = account.Blobs(Configured(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06), http, BlobsHttpClient));

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
