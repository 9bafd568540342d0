using Azure.Data.Tables;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Notices;

/// <summary>Notices in the partitions of their applications. New ones come with the change that tells of them (ApplicationStore, ApplicationCommits).</summary>
internal sealed class NoticeStore(StorageClients storage)
{
    private readonly TableClient _table = storage.Tables.GetTableClient(ApplicationStore.Table);

    /// <summary>What a parent was told of an application, oldest first.</summary>
    public async Task<IReadOnlyList<InboxRow>> InboxAsync(ApplicationId id, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(id, InboxRow.Prefix, InboxRow.PrefixEnd, cancellationToken)).Select(InboxRow.Read)];

    /// <summary>What goes or went out, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(ApplicationId id, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(id, DeliveryRow.Prefix, DeliveryRow.PrefixEnd, cancellationToken)).Select(DeliveryRow.Read)];

    /// <summary>Claims attempts, all or none.</summary>
    /// <returns>The rows as they are stored now; null when somebody else was faster.</returns>
    public async Task<IReadOnlyList<DeliveryRow>?> ClaimAsync(IReadOnlyList<DeliveryRow> claims, CancellationToken cancellationToken) =>
        await _table.TryTransactAsync(claims.Select(claim => claim.Changed()), cancellationToken) is { } answers
            ? [.. claims.Zip(answers, (claim, answer) => claim with { ETag = answer.Headers.ETag!.Value })]
            : null;

    /// <summary>Marks a notice as read, once.</summary>
    /// <returns>False when there is no such notice.</returns>
    public async Task<bool> ReadAsync(ApplicationId id, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, InboxRow.KeyOf(number), cancellationToken: cancellationToken);
        if (!found.HasValue)
            return false;
        var row = InboxRow.Read(found.Value!);
        // Whoever loses meant the same.
        if (row.ReadAt is null)
            await _table.TryReplaceAsync((row with { ReadAt = now }).Row(), row.ETag, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(ApplicationId id, string from, string until, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {from} and RowKey lt {until}"),
            cancellationToken: cancellationToken).ToListAsync(cancellationToken);
}
