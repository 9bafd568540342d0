using System.Globalization;
using Azure.Data.Tables;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>The Due table: sixteen buckets, each in order of time, so that what is overdue is a range read and never a scan.</summary>
internal sealed class DueRows(StorageClients storage)
{
    public const string Table = "Due";

    private const int MostInOneTransaction = 100;

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task<DueRow> ArmAsync(string subject, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var row = New(subject, dueAt);
        // The intent is new: a row found there is ours, written by the SDK's own retry after a lost answer.
        await _table.TryInsertAsync(new TableEntity(row.PartitionKey, row.RowKey), cancellationToken);
        return row;
    }

    /// <summary>Arms many rows, those of one bucket in one transaction; null stands for one that is not needed.</summary>
    public async Task<IReadOnlyList<DueRow?>> ArmAsync(IReadOnlyList<(string Subject, DateTimeOffset DueAt)?> promises, CancellationToken cancellationToken)
    {
        var rows = promises.Select(promise => promise is var (subject, dueAt) ? New(subject, dueAt) : null).ToList();
        var some = rows.OfType<DueRow>().GroupBy(row => row.PartitionKey, StringComparer.Ordinal).SelectMany(bucket => bucket.Chunk(MostInOneTransaction));
        await Task.WhenAll(some.Select(async bucket =>
        {
            try
            {
                await _table.SubmitTransactionAsync(bucket.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(row.PartitionKey, row.RowKey))),
                    cancellationToken);
            }
            catch (TableTransactionFailedException e) when (e.Status == 409)
            {
                // Intents are new: rows found there are ours, written by the SDK's own retry after a lost answer.
            }
        }));
        return rows;
    }

    private static DueRow New(string subject, DateTimeOffset dueAt) => new(subject, dueAt, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));

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
