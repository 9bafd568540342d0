using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications;

/// <summary>One application, one partition; one change, one transaction guarded by the application row's ETag.</summary>
internal sealed class ApplicationStore(StorageClients storage, StoredJson json)
{
    public const string Table = "Applications";
    public const string EventPrefix = "event-";

    // stands where an application would, so that a submission that stalled for minutes can no longer land
    private const string Abandoned = "Abandoned";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Reads application, checks and intents in one query; events stay where they are.</summary>
    public async Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and (RowKey lt {EventPrefix} or RowKey gt {StoredApplication.IntentPrefix})");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            rows.Add(entity.RowKey, entity);
        if (!rows.TryGetValue(ApplicationRow.Key, out var row) || row.GetString(ApplicationRow.Status) == Abandoned)
            return null;
        var checks = rows.Values.Where(r => r.RowKey.StartsWith(CheckRow.Prefix, StringComparison.Ordinal)).Select(r => CheckRow.Read(r, id, json));
        var application = ApplicationRow.Read(row, id, [.. checks.OrderBy(c => c.Department)], json);
        return new StoredApplication(application, row, rows.ToDictionary(r => r.Key, r => r.Value.ETag, StringComparer.Ordinal));
    }

    /// <summary>Stores a new application together with the intent its due row was armed for.</summary>
    /// <returns>False when the same application is stored already, or the intent was fenced off by the sweep.</returns>
    public async Task<bool> CreateAsync(Application application, Submission submission, DueRow due, string? traceParent, CancellationToken cancellationToken)
    {
        var submitted = new Change(application, [new(ApplicationEventKind.Submitted, application.SubmittedAt, Actor.Parent)]);
        return await TryTransactAsync(
        [
            new(TableTransactionActionType.Add, ApplicationRow.New(application, submission, due, traceParent, json)),
            new(TableTransactionActionType.Add, EventRow.Of(application.Id, 1, submitted.Events[0], json)),
            new(TableTransactionActionType.Add, Intent(application.Id, due.Intent)),
            .. InboxRow.Added(before: 0, submitted),
        ], cancellationToken) is not null;
    }

    /// <summary>Stores a change of an application that was read.</summary>
    /// <param name="stored">As it was read; its ETag is the lock.</param>
    /// <param name="change">The change.</param>
    /// <param name="due">The due row that carries it from now on: the one it had, a newly armed one, or none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="restated">What the parent states now, where that is the change.</param>
    /// <param name="also">What else of the application's partition changes in the same transaction.</param>
    /// <returns>The application as it is stored now; null when somebody else was faster: read again and decide again.</returns>
    public async Task<StoredApplication?> CommitAsync(StoredApplication stored, Change change, DueRow? due, CancellationToken cancellationToken,
        ApplicationRequest? restated = null, IReadOnlyList<TableTransactionAction>? also = null)
    {
        var (before, after, id) = (stored.Application, change.After, change.After.Id);
        var row = ApplicationRow.Changed(after, due, stored.Events + change.Events.Count, json);
        if (restated is not null)
            ApplicationRow.Restate(row, restated, json);
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateMerge, row, stored.ETags[ApplicationRow.Key]), .. also ?? []];
        foreach (var check in after.Checks.Where(check => !ReferenceEquals(check, before.CheckOf(check.Department))))
        {
            actions.Add(stored.ETags.TryGetValue(CheckRow.KeyOf(check.Department), out var etag)
                ? new(TableTransactionActionType.UpdateReplace, CheckRow.Of(id, check, json), etag)
                : new(TableTransactionActionType.Add, CheckRow.Of(id, check, json)));
        }
        foreach (var (number, happened) in change.Events.Index())
            actions.Add(new(TableTransactionActionType.Add, EventRow.Of(id, stored.Events + number + 1, happened, json)));
        actions.AddRange(InboxRow.Added(stored.Events, change));
        if (due is not null && due != stored.Due)
            actions.Add(new(TableTransactionActionType.Add, Intent(id, due.Intent)));
        if (stored.Due is { } old && due != old && stored.ETags.TryGetValue(StoredApplication.IntentPrefix + old.Intent, out var oldIntent))
            actions.Add(new(TableTransactionActionType.Delete, Intent(id, old.Intent), oldIntent));
        return await TryTransactAsync(actions, cancellationToken) is { } etags ? stored.After(change.After, row, actions, etags) : null;
    }

    /// <summary>What happened to an application, oldest first.</summary>
    public async Task<IReadOnlyList<ApplicationEvent>> HistoryAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var events = new List<ApplicationEvent>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {EventPrefix} and RowKey lt {EventPrefix + "~"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            events.Add(EventRow.Read(row, json));
        return events;
    }

    /// <summary>Fences off a commit that was armed but never arrived. False when it arrived after all.</summary>
    public Task<bool> FenceAsync(ApplicationId id, string intent, CancellationToken cancellationToken) => _table.TryInsertAsync(Intent(id, intent), cancellationToken);

    /// <summary>Fences off a submission that claimed its child and never arrived. False when it arrived after all.</summary>
    public Task<bool> AbandonAsync(ApplicationId id, CancellationToken cancellationToken) =>
        _table.TryInsertAsync(new TableEntity(id.Value, ApplicationRow.Key) { [ApplicationRow.Status] = Abandoned }, cancellationToken);

    public async Task<bool> IsAbandonedAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, ApplicationRow.Key, [ApplicationRow.Status], cancellationToken) is { HasValue: true } row
        && row.Value!.GetString(ApplicationRow.Status) == Abandoned;

    /// <summary>Every application number, in pages.</summary>
    public IAsyncEnumerable<Page<TableEntity>> PagesAsync(int perPage, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {ApplicationRow.Key} and Status ne {Abandoned}"), perPage,
            ["PartitionKey", ApplicationRow.Status, ApplicationRow.DueKey, ApplicationRow.Work], cancellationToken).AsPages();

    private static TableEntity Intent(ApplicationId id, string intent) => new(id.Value, StoredApplication.IntentPrefix + intent);

    private async Task<IReadOnlyList<ETag?>?> TryTransactAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await _table.SubmitTransactionAsync(actions, cancellationToken);
            return [.. answers.Value.Select(answer => answer.Headers.ETag)];
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
        {
            return null;
        }
    }
}
