using Azure;
using Azure.Data.Tables;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>
/// What was deleted for good, and when: a number that leads nowhere any more, and a time. The receipt is written first, so that nothing
/// vanishes without one; a deletion that loses to a newer version takes it back.
/// </summary>
internal sealed class DeletionReceipts(StorageClients storage, TimeProvider clock)
{
    public const string Table = "DeletionReceipts";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Deletes a row as it was read. False when somebody else was faster.</summary>
    public async Task<bool> DeleteAsync(TableClient from, TableEntity row, string kind, string id, CancellationToken cancellationToken)
    {
        await _table.TryInsertAsync(new TableEntity(kind, id) { ["At"] = clock.GetUtcNow() }, cancellationToken);
        try
        {
            await from.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            await _table.DeleteEntityAsync(kind, id, default, cancellationToken);
            return false;
        }
    }
}
