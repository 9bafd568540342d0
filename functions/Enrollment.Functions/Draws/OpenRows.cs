using Azure;
using Azure.Data.Tables;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Draws;

/// <summary>
/// Work that was promised and not seen to end: a row each, so that a lost message or a dead host never leaves any behind. A row is armed before
/// the change that needs it, so it may stand for a change that never came: it goes once that can come no more.
/// </summary>
internal sealed class OpenRows(StorageClients storage, string table, TimeProvider clock)
{
    private const string Partition = "open";
    private const string ArmedAt = "ArmedAt";

    // Longer than any request lives that might still commit what it armed for.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private readonly TableClient _table = storage.Tables.GetTableClient(table);

    /// <summary>Arms; a row that is there already is armed anew, so that whoever thought it was over cannot take it away.</summary>
    public Task ArmAsync(TableEntity row, CancellationToken cancellationToken)
    {
        (row.PartitionKey, row[ArmedAt]) = (Partition, clock.GetUtcNow());
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<TableEntity>> AllAsync(CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken).ToListAsync(cancellationToken);

    /// <summary>Takes away a row whose work is over, whatever it was armed for.</summary>
    public async Task DisarmAsync(string key, CancellationToken cancellationToken) => await _table.DeleteEntityAsync(Partition, key, default, cancellationToken);

    /// <summary>Takes away a row that nothing was found to do for, unless a change it was armed for may still come.</summary>
    public async Task DisarmStaleAsync(TableEntity row, CancellationToken cancellationToken)
    {
        // Rows of the version before had no time.
        if (row.GetDateTimeOffset(ArmedAt) is { } armed && clock.GetUtcNow() - armed < Grace)
            return;
        try
        {
            await _table.DeleteEntityAsync(Partition, row.RowKey, row.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // gone already, or armed anew
        }
    }
}
