using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Operators;

/// <summary>Dead letters, one partition a queue: a row each, and beside it one for everything that happened to it.</summary>
internal sealed class DeadLetterStore(StorageClients storage, StoredJson json, TimeProvider clock)
{
    private const int KeptCharacters = 4096;
    private const int KeyLength = 64;

    // Behind every letter's key, which is hexadecimal.
    private const string HistoryPrefix = "history-";
    private const string Reason = "Reason";

    private readonly TableClient _table = storage.Tables.GetTableClient(DeadLetters.Table);

    public static bool IsKey(string text) => text.Length == KeyLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A message that came: recorded for good, and open again if it was settled. Its step is not judged yet.</summary>
    public async Task<StoredDeadLetter> RecordAsync(string queue, string body, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        for (; ; )
        {
            var now = clock.GetUtcNow();
            var known = await FindAsync(queue, key, cancellationToken);
            var letter = known is null
                ? new StoredDeadLetter(queue, key, body.Length <= KeptCharacters ? body : body[..KeptCharacters], 1, DeadLetterVerdict.Received, DeadLetterState.Open, now, now, null, 0, default)
                : known with { Times = known.Times + 1, Verdict = DeadLetterVerdict.Received, LastAt = now };
            var recorded = known is null
                ? await TryInsertAsync(letter, cancellationToken)
                : await TryApplyAsync(letter, DeadLetterAction.Return, DeadLetterEvent.Service, reason: null, cancellationToken) ?? await TryReplaceAsync(letter, cancellationToken);
            if (recorded is null)
                continue;
            Measures.DeadLetters.Add(1, Measures.OfQueue(queue));
            return recorded;
        }
    }

    public async Task<StoredDeadLetter?> FindAsync(string queue, string key, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(queue, key, cancellationToken: cancellationToken) is { HasValue: true } row ? StoredDeadLetter.Read(row.Value!) : null;

    /// <summary>Letters in the order of their ids, after one of them; those that cannot be in the state any more are left out.</summary>
    public IAsyncEnumerable<StoredDeadLetter> AfterAsync(DeadLetterQuery query, CancellationToken cancellationToken)
    {
        var filter = $"RowKey lt '{HistoryPrefix}'";
        if (query.Queue is { } queue)
            filter += TableClient.CreateQueryFilter($" and PartitionKey eq {queue}");
        if (query.Cursor is { } cursor)
            filter += TableClient.CreateQueryFilter($" and (PartitionKey gt {cursor.Queue} or (PartitionKey eq {cursor.Queue} and RowKey gt {cursor.Key}))");
        // Rows of before have no state, and are open.
        foreach (var other in StatesThatNeverLeadTo(query.State))
            filter += TableClient.CreateQueryFilter($" and not (State eq {other.ToString()})");
        return _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(StoredDeadLetter.Read);
    }

    public async Task<IReadOnlyList<DeadLetterEvent>> EventsAsync(StoredDeadLetter letter, CancellationToken cancellationToken)
    {
        var (from, to) = (HistoryKeyOf(letter, 0), HistoryKeyOf(letter, letter.Events));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {letter.Queue} and RowKey gt {from} and RowKey le {to}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(ReadEvent).ToListAsync(cancellationToken);
    }

    /// <summary>Changes a letter as it was read, and writes down who did it. Null when the action is not possible in its state, or somebody else was faster.</summary>
    public async Task<StoredDeadLetter?> TryApplyAsync(StoredDeadLetter letter, DeadLetterAction action, string by, string? reason, CancellationToken cancellationToken)
    {
        if (DeadLetterLifecycle.Apply(letter.State, action) is not DeadLetterTransition.Allowed { To: var to })
            return null;
        var after = letter with { State = to, Events = letter.Events + 1 };
        var written = await _table.TryTransactAsync(
        [
            new(TableTransactionActionType.UpdateReplace, after.ToRow(), letter.ETag),
            new(TableTransactionActionType.Add, RowOf(after, new DeadLetterEvent(action, to, by, clock.GetUtcNow(), reason))),
        ], cancellationToken);
        return written is null ? null : after with { ETag = written[0].Headers.ETag!.Value };
    }

    /// <summary>What it turned out to be. Null when somebody else was faster.</summary>
    public async Task<StoredDeadLetter?> TryReplaceAsync(StoredDeadLetter letter, CancellationToken cancellationToken) =>
        await _table.TryReplaceAsync(letter.ToRow(), letter.ETag, cancellationToken) ? await FindAsync(letter.Queue, letter.Key, cancellationToken) : null;

    private async Task<StoredDeadLetter?> TryInsertAsync(StoredDeadLetter letter, CancellationToken cancellationToken) =>
        await _table.TryInsertAsync(letter.ToRow(), cancellationToken) ? await FindAsync(letter.Queue, letter.Key, cancellationToken) : null;

    private TableEntity RowOf(StoredDeadLetter letter, DeadLetterEvent happened)
    {
        var row = new TableEntity(letter.Queue, HistoryKeyOf(letter, letter.Events))
        {
            ["Action"] = happened.Action.ToString(),
            ["To"] = happened.To.ToString(),
            ["By"] = happened.By,
            ["At"] = happened.At,
        };
        if (happened.Reason is { } reason)
            row[Reason] = json.WriteText(reason, CellOf(row));
        return row;
    }

    private DeadLetterEvent ReadEvent(TableEntity row) => new(Enum.Parse<DeadLetterAction>(row.GetString("Action")), Enum.Parse<DeadLetterState>(row.GetString("To")),
        row.GetString("By"), row.GetDateTimeOffset("At")!.Value, row.GetString(Reason) is { } reason ? json.ReadText(reason, CellOf(row)) : null);

    // What is open or replayed may turn out to be resolved when somebody looks; what was put aside stays so.
    private static IEnumerable<DeadLetterState> StatesThatNeverLeadTo(DeadLetterState? asked) => asked switch
    {
        null => [],
        DeadLetterState.Resolved => [DeadLetterState.Discarded],
        { } state => Enum.GetValues<DeadLetterState>().Where(other => other != state),
    };

    private static string HistoryKeyOf(StoredDeadLetter letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix}{letter.Key}-{number:D6}");

    private static CellAddress CellOf(TableEntity row) => new(DeadLetters.Table, row.PartitionKey, row.RowKey, Reason);
}
