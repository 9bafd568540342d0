using System.Globalization;
using Azure.Data.Tables;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>The Due table: sixteen buckets, each in order of time, so that what is overdue is a range read and never a scan.</summary>
internal sealed class DueRows(StorageClients storage)
{
    public const string Table = "Due";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task<DueRow> ArmAsync(string subject, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var row = new DueRow(subject, dueAt, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        // The intent is new: a row found there is ours, written by the SDK's own retry after a lost answer.
        await _table.TryInsertAsync(new TableEntity(row.PartitionKey, row.RowKey), cancellationToken);
        return row;
    }

    /// <summary>Deletes a row; one that is gone already is no fault.</summary>
    public async Task DisarmAsync(DueRow row, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, cancellationToken);

    public async Task<bool> IsArmedAsync(DueRow row, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["RowKey"], cancellationToken)).HasValue;

    public async Task<IReadOnlyList<DueRow>> OverdueAsync(int bucket, DateTimeOffset now, int atMost, CancellationToken cancellationToken)
    {
        var overdue = new List<DueRow>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {DueRow.Bucket(bucket)} and RowKey lt {DueRow.Prefix(now.AddTicks(1))}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, maxPerPage: Math.Min(atMost, 1000), ["RowKey"], cancellationToken))
        {
            overdue.Add(DueRow.Parse(row.RowKey));
            if (overdue.Count == atMost)
                break;
        }
        return overdue;
    }
}
