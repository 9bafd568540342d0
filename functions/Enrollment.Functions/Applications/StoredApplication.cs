using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications;

/// <summary>An application as it was read, with all that a conditional write needs.</summary>
/// <param name="Application">The application.</param>
/// <param name="Row">Its own row.</param>
/// <param name="ETags">The ETag of every row of the partition that was read, by row key.</param>
internal sealed record StoredApplication(Application Application, TableEntity Row, IReadOnlyDictionary<string, ETag> ETags)
{
    public const string IntentPrefix = "intent-";

    /// <summary>The due row that carries the application through crashes and deadlines; null when nothing is outstanding.</summary>
    public DueRow? Due => Row.GetString(ApplicationRow.DueKey) is { Length: > 0 } key ? DueRow.Parse(key) : null;

    public string? TraceParent => Row.GetString(ApplicationRow.TraceParent) is { Length: > 0 } traceParent ? traceParent : null;

    public int Events => Row.GetInt32(ApplicationRow.Events)!.Value;

    /// <summary>The version a parent sees and sends back in If-Match.</summary>
    public string Version => ETags[ApplicationRow.Key].ToString("H").Replace("W/", "", StringComparison.Ordinal);

    /// <summary>What a transaction made of it, so that who comes next in this process need not read.</summary>
    public StoredApplication After(Application application, TableEntity changed, IReadOnlyList<TableTransactionAction> actions, IReadOnlyList<ETag?> etags)
    {
        var row = new TableEntity(Row);
        foreach (var (column, value) in changed)
            row[column] = value;
        var now = new Dictionary<string, ETag>(ETags, StringComparer.Ordinal);
        foreach (var (action, etag) in actions.Zip(etags))
        {
            if (action.ActionType is TableTransactionActionType.Delete)
                now.Remove(action.Entity.RowKey);
            else if (etag is { } version)
                now[action.Entity.RowKey] = version;
        }
        return new StoredApplication(application, row, now);
    }

    public bool HasIntent(string intent) => ETags.ContainsKey(IntentPrefix + intent);

    public bool BelongsTo(string guardian) => Row.GetString(ApplicationRow.Guardian) == guardian;
}
