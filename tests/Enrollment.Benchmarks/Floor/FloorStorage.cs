using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Enrollment.Benchmarks.Measuring;
using Enrollment.DevCluster.Azurite;

namespace Enrollment.Benchmarks.Floor;

/// <summary>The tables of the floor's own storage account.</summary>
internal sealed class FloorStorage : IDisposable
{
    // No limit of connections, as the service has none.
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly TableServiceClient _tables;
    private readonly QueueServiceClient _queues;

    public FloorStorage(AzuriteAccount account)
    {
        var transport = new HttpClientTransport(_http);
        _tables = new TableServiceClient(account.ConnectionString, new TableClientOptions { Transport = transport });
        _queues = new QueueServiceClient(account.ConnectionString,
            new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64, Transport = transport });
        (Applications, Claims, Guardians, Due) = (Table(nameof(Applications)), Table(nameof(Claims)), Table(nameof(Guardians)), Table(nameof(Due)));
    }

    public TableClient Applications { get; }

    public TableClient Claims { get; }

    public TableClient Guardians { get; }

    public TableClient Due { get; }

    public OperationCounter Counter { get; } = new();

    public FloorQueue Queue(string name) => new(_queues.GetQueueClient(name), Counter);

    public Task CreateTablesAsync(CancellationToken cancellation) =>
        Task.WhenAll(new[] { Applications, Claims, Guardians, Due }.Select(table => table.CreateIfNotExistsAsync(cancellation)));

    public async Task InsertAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        Counter.Count("table insert");
        await table.AddEntityAsync(row, cancellation);
    }

    public async Task DisarmAsync(TableEntity due, CancellationToken cancellation)
    {
        Counter.Count("table delete");
        await Due.DeleteEntityAsync(due.PartitionKey, due.RowKey, default, cancellation);
    }

    /// <returns>The new ETag of the first row.</returns>
    public async Task<ETag> TransactAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        Counter.Count(StorageCounts.Transaction);
        var responses = await Applications.SubmitTransactionAsync(actions, cancellation);
        return responses.Value[0].Headers.ETag!.Value;
    }

    /// <summary>Application, checks and intent in one query, events left out.</summary>
    public async Task<IReadOnlyDictionary<string, ETag>> ReadAsync(string id, CancellationToken cancellation)
    {
        Counter.Count("table query");
        var etags = new Dictionary<string, ETag>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and (RowKey lt {FloorRows.EventPrefix} or RowKey gt {FloorRows.IntentPrefix})");
        await foreach (var row in Applications.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            etags.Add(row.RowKey, row.ETag);
        return etags;
    }

    public void Dispose() => _http.Dispose();

    private TableClient Table(string name) => _tables.GetTableClient(name);
}
