using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Looks into the storage account past the service.</summary>
internal sealed class StoredState(AzuriteAccount account)
{
    public static readonly IReadOnlyList<string> SubmissionTables = [ApplicationStore.Table, ChildClaims.Table, GuardianIndex.Table, DueRows.Table];

    private readonly TableServiceClient _tables = new(account.ConnectionString);
    private readonly QueueServiceClient _queues = new(account.ConnectionString);

    public TableClient Table(string name) => _tables.GetTableClient(name);

    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, string? partition = null)
    {
        var filter = partition is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        return await Table(table).QueryAsync<TableEntity>(filter).ToListAsync();
    }

    /// <summary>How many rows the tables of a submission hold, and how many messages wait to be planned.</summary>
    public async Task<int> SubmissionTracesAsync()
    {
        var rows = await Task.WhenAll(SubmissionTables.Select(table => RowsAsync(table)));
        return rows.Sum(r => r.Count) + (await MessagesAsync(VerificationQueues.Plan)).Count;
    }

    public async Task<IReadOnlyList<string>> TablesAsync() => await _tables.QueryAsync().Select(table => table.Name).ToListAsync();

    public async Task<TableEntity> ApplicationAsync(string id) => await Table(ApplicationStore.Table).GetEntityAsync<TableEntity>(id, ApplicationRow.Key);

    /// <summary>The application's history, oldest first.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string id) =>
        [.. (await RowsAsync(ApplicationStore.Table, id)).Where(row => row.RowKey.StartsWith(ApplicationStore.EventPrefix, StringComparison.Ordinal))
            .Select(row => row.GetString("Kind"))];

    public async Task<IReadOnlyList<DueRow>> DueAsync(string id) =>
        [.. (await RowsAsync(DueRows.Table)).Select(row => DueRow.Parse(row.RowKey)).Where(due => due.Subject == id)];

    /// <summary>Changes a stored text past the service.</summary>
    public async Task ChangeBlobAsync(string container, string name, Func<string, string> change)
    {
        var blob = new BlobServiceClient(account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(container).GetBlobClient(name);
        var text = (await blob.DownloadContentAsync()).Value.Content.ToString();
        Assert.NotEqual(text, change(text));
        await blob.UploadAsync(BinaryData.FromString(change(text)), overwrite: true);
    }

    public async Task<IReadOnlyList<string>> BlobsAsync(string container, string prefix) =>
        await new BlobServiceClient(account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(container)
            .GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = prefix }).Select(blob => blob.Name).ToListAsync();

    /// <summary>The bytes of blobs, as they are stored.</summary>
    public async Task<IReadOnlyList<byte[]>> BytesAsync(string container, string prefix)
    {
        var blobs = new BlobServiceClient(account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(container);
        var names = await BlobsAsync(container, prefix);
        return await Task.WhenAll(names.Select(async name => (await blobs.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray()));
    }

    public async Task WriteBytesAsync(string container, string name, byte[] bytes) =>
        await new BlobServiceClient(account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(container)
            .GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes));

    /// <summary>All a table and a blob container hold, as text.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync(string table, string container)
    {
        var texts = (await RowsAsync(table)).Select(row => string.Join(' ', row)).ToList();
        var blobs = new BlobServiceClient(account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(container);
        await foreach (var blob in blobs.GetBlobsAsync())
            texts.Add((await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        return texts;
    }

    /// <summary>Loses every message of a queue.</summary>
    public async Task ClearAsync(string queue) => await _queues.GetQueueClient(queue).ClearMessagesAsync();

    /// <summary>The texts of the messages that are visible, as they stand in the queue.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string queue)
    {
        PeekedMessage[] messages = await _queues.GetQueueClient(queue).PeekMessagesAsync(32);
        return [.. messages.Select(message => message.MessageText)];
    }

    /// <summary>Takes every visible message out of a queue; how many there were.</summary>
    public async Task<int> TakeAwayAsync(string queue)
    {
        var client = _queues.GetQueueClient(queue);
        QueueMessage[] messages = await client.ReceiveMessagesAsync(32);
        await Task.WhenAll(messages.Select(message => client.DeleteMessageAsync(message.MessageId, message.PopReceipt)));
        return messages.Length;
    }

    /// <summary>Puts a text into a queue as it is, whatever encoding the service expects.</summary>
    public async Task SendRawAsync(string queue, string text) => await _queues.GetQueueClient(queue).SendMessageAsync(text);
}
