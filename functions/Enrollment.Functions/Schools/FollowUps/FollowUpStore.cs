using Azure.Data.Tables;
using Enrollment.Files.Supply;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>Registered children of school age, one partition a year; who they are is encrypted.</summary>
internal sealed class FollowUpStore(StorageClients storage, StoredJson json, BlindIndex index)
{
    public const string Table = "FollowUps";

    // A transaction has a hundred rows at the most, and a merge may need the row read first.
    private const int Chunk = 100;
    private const int Attempts = 5;

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Takes a list in: new children are added, listed ones keep their follow-up. How many were new.</summary>
    public async Task<int> ListAsync(int year, IReadOnlyList<RegisteredChild> children, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var chunk in children.Select(child => (Ref: RefOf(year, child), child)).Chunk(Chunk))
            added += await ListChunkAsync(year, chunk, cancellationToken);
        return added;
    }

    public async Task<StoredChild?> FindAsync(int year, string reference, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(FollowUpRow.PartitionOf(year), FollowUpRow.ChildPrefix + reference, cancellationToken: cancellationToken);
        return row.HasValue ? FollowUpRow.Read(row.Value!, json) : null;
    }

    /// <summary>The next children after a reference, in order of references.</summary>
    public async Task<IReadOnlyList<StoredChild>> PageAsync(int year, string after, int atMost, CancellationToken cancellationToken)
    {
        var (from, to) = (FollowUpRow.ChildPrefix + after, FollowUpRow.ChildPrefix + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {FollowUpRow.PartitionOf(year)} and RowKey gt {from} and RowKey lt {to}");
        return await _table.QueryAsync<TableEntity>(filter, atMost, cancellationToken: cancellationToken).Take(atMost).Select(row => FollowUpRow.Read(row, json)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<FollowUpEvent>> EventsAsync(StoredChild child, CancellationToken cancellationToken)
    {
        var (from, to) = FollowUpRow.EventsOf(child.Ref);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {FollowUpRow.PartitionOf(child.Year)} and RowKey gt {from} and RowKey lt {to}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(FollowUpRow.ReadEvent).ToListAsync(cancellationToken);
    }

    /// <summary>Stores a step. False when somebody else was faster.</summary>
    public async Task<bool> CommitAsync(StoredChild child, FollowUpEvent happened, CancellationToken cancellationToken) => await _table.TryTransactAsync(
    [
        new(TableTransactionActionType.UpdateMerge, FollowUpRow.Moved(child, happened.To), child.ETag),
        new(TableTransactionActionType.Add, FollowUpRow.Of(child, happened)),
    ], cancellationToken) is not null;

    private async Task<int> ListChunkAsync(int year, IReadOnlyList<(string Ref, RegisteredChild Child)> chunk, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var actions = new List<TableTransactionAction>();
            var added = 0;
            foreach (var (reference, child) in chunk)
            {
                var (stored, person) = (await FindAsync(year, reference, cancellationToken), ListedPerson.Of(child));
                if (stored is null)
                    actions.Add(new(TableTransactionActionType.Add, FollowUpRow.New(year, reference, index.Of("child", child.Number.Value), person, json)));
                else if (stored.Person != person)
                    actions.Add(new(TableTransactionActionType.UpdateMerge, FollowUpRow.Listed(stored, person, json), stored.ETag));
                added += stored is null ? 1 : 0;
            }
            if (actions.Count == 0 || await _table.TryTransactAsync(actions, cancellationToken) is not null)
                return added;
        }
        throw new TimeoutException("The list is being changed by somebody else.");
    }

    private string RefOf(int year, RegisteredChild child) => index.Of("registered-child", $"{FollowUpRow.PartitionOf(year)}|{child.Number.Value}")[..32];
}
