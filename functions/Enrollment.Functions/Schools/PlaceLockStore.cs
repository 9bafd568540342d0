using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Schools;

/// <summary>A home's history as it was read.</summary>
/// <param name="Home">What stands for the home.</param>
/// <param name="Guard">The lock; null for a home nobody has claimed yet.</param>
/// <param name="Places">Its places, oldest first, each with the ETag it had.</param>
internal sealed record StoredHome(string Home, ETag? Guard, IReadOnlyList<(PlaceRecord Record, ETag ETag)> Places)
{
    /// <summary>As a home is that nobody has claimed yet.</summary>
    public static StoredHome Unclaimed(string home) => new(home, Guard: null, []);

    public IReadOnlyList<PlaceRecord> Records => [.. Places.Select(place => place.Record)];
}

/// <summary>One home, one partition; one change, one transaction guarded by the home's row.</summary>
internal sealed class PlaceLockStore(StorageClients storage)
{
    public const string Table = "PlaceLocks";

    // An application's homes stand in a partition of its own, written before the claim: a row too many leads to a home without its place.
    private const string OwnerPrefix = "owner-";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task<StoredHome> ReadAsync(string home, CancellationToken cancellationToken)
    {
        ETag? guard = null;
        var places = new List<(PlaceRecord, ETag)>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {home}"), cancellationToken: cancellationToken))
        {
            if (row.RowKey == PlaceLockRow.GuardKey)
                guard = row.ETag;
            else
                places.Add((PlaceLockRow.Read(row), row.ETag));
        }
        return new StoredHome(home, guard, places);
    }

    /// <summary>Stores a home's history as it is now: places are changed or added, never taken away. False when somebody else was faster.</summary>
    public async Task<bool> CommitAsync(StoredHome stored, IReadOnlyList<PlaceRecord> now, CancellationToken cancellationToken)
    {
        var guard = PlaceLockRow.Guard(stored.Home, now.Count);
        List<TableTransactionAction> actions = [stored.Guard is { } asRead ? new(TableTransactionActionType.UpdateReplace, guard, asRead) : new(TableTransactionActionType.Add, guard)];
        for (var i = 0; i < now.Count; i++)
        {
            var row = PlaceLockRow.Of(now[i], i + 1);
            if (i >= stored.Places.Count)
                actions.Add(new(TableTransactionActionType.Add, row));
            else if (now[i] != stored.Places[i].Record)
                actions.Add(new(TableTransactionActionType.UpdateReplace, row, stored.Places[i].ETag));
        }
        return await _table.TryTransactAsync(actions, cancellationToken) is not null;
    }

    /// <summary>Remembers at which home an application may have a place.</summary>
    public Task RememberAsync(string owner, string home, CancellationToken cancellationToken) =>
        _table.TryInsertAsync(new TableEntity(OwnerPrefix + owner, home), cancellationToken);

    /// <summary>The homes at which an application has, had or wanted a place.</summary>
    public async Task<IReadOnlyList<string>> HomesOfAsync(string owner, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {OwnerPrefix + owner}"), select: ["RowKey"], cancellationToken: cancellationToken)
            .Select(row => row.RowKey).ToListAsync(cancellationToken);
}
