using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Enrollment.Settings.Storage;

/// <summary>Makes the SDK's clients of one account; the only place that knows how it is reached.</summary>
public sealed class StorageAccount
{
    private readonly string? _connectionString;
    private readonly TokenCredential? _identity;
    private readonly StorageOptions _options;
    private readonly CloudOptions _cloud;

    /// <param name="options">Valid.</param>
    /// <param name="cloud">Valid.</param>
    /// <param name="identity">Used when there is no connection string.</param>
    public StorageAccount(StorageOptions options, CloudOptions cloud, Func<DefaultAzureCredentialOptions, TokenCredential> identity)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(identity);
        (_options, _cloud) = (options, cloud);
        _connectionString = string.IsNullOrEmpty(options.ConnectionString) ? null : options.ConnectionString;
        _identity = _connectionString is null ? identity(IdentityOf(options, cloud)) : null;
    }

    public StorageAccount(StorageOptions options, CloudOptions cloud) : this(options, cloud, identity => new DefaultAzureCredential(identity))
    {
    }

    public TableServiceClient Tables(TableClientOptions options) => _identity is null
        ? new TableServiceClient(_connectionString, options)
        : new TableServiceClient(Address(_options.TableServiceUri, "table"), _identity, options);

    public QueueServiceClient Queues(QueueClientOptions options) => _identity is null
        ? new QueueServiceClient(_connectionString, options)
        : new QueueServiceClient(Address(_options.QueueServiceUri, "queue"), _identity, options);

    public BlobServiceClient Blobs(BlobClientOptions options) => _identity is null
        ? new BlobServiceClient(_connectionString, options)
        : new BlobServiceClient(Address(_options.BlobServiceUri, "blob"), _identity, options);

    private static DefaultAzureCredentialOptions IdentityOf(StorageOptions options, CloudOptions cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        // Both have defaults from the environment, so that only what is set may be set here.
        var identity = new DefaultAzureCredentialOptions();
        if (cloud.AuthorityHost is { } host)
            identity.AuthorityHost = host;
        if (options.ClientId is { Length: > 0 } client)
            identity.ManagedIdentityClientId = client;
        return identity;
    }

    private Uri Address(Uri? address, string service) => address ?? new Uri($"https://{_options.AccountName}.{service}.{_cloud.StorageSuffix}/");
}
