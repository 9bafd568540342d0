using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>What became of a callback.</summary>
internal enum CallbackOutcome
{
    /// <summary>Durable, not looked at yet.</summary>
    Received,
    /// <summary>Its answer was taken.</summary>
    Applied,
    /// <summary>The same answer was there already.</summary>
    Repeated,
    /// <summary>Another answer to the same question was there already; nothing changed.</summary>
    Conflicting,
    /// <summary>Nobody waits for an answer any more.</summary>
    Late,
    /// <summary>The question was never asked, or not of this department.</summary>
    Unknown,
}

/// <summary>A callback as it was received.</summary>
internal sealed record StoredCallback(Department Department, string Body, TableEntity Row)
{
    public string RequestId => Row.GetString("RequestId");

    public override string ToString() => $"StoredCallback {{ {Department}, {Row.RowKey} }}";
}

/// <summary>Callbacks, durable before they are acknowledged; kept with their outcome for as long as the application (five minutes of replay memory are too short).</summary>
internal sealed class CallbackInbox(StorageClients storage, StoredJson json, BlindIndex index, TimeProvider clock)
{
    public const string Table = "Callbacks";

    private const int KeyLength = 64;

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>A callback's key: the department's own message id, hashed because it may hold any character.</summary>
    public string KeyOf(Department department, string webhookId) => index.Of("webhook", $"{department}|{webhookId}");

    /// <summary>Stores a callback. False when it is there already.</summary>
    public Task<bool> TryAddAsync(ApplicationId id, string key, Department department, string requestId, string body, CallbackOutcome outcome,
        CancellationToken cancellationToken) =>
        _table.TryInsertAsync(new TableEntity(id.Value, key)
        {
            ["Department"] = department.ToString(),
            ["RequestId"] = requestId,
            ["ReceivedAt"] = clock.GetUtcNow(),
            ["Outcome"] = outcome.ToString(),
            ["Body"] = json.WriteText(body, Cell(id, key)),
        }, cancellationToken);

    /// <summary>Whether a callback is there that nobody has looked at. A message that is not ours may name what no table key can be.</summary>
    public async Task<bool> IsWaitingAsync(ApplicationId id, string? key, CancellationToken cancellationToken) =>
        key is { Length: KeyLength } && key.All(char.IsAsciiHexDigitLower)
        && await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, key, ["Outcome"], cancellationToken) is { HasValue: true } found
        && found.Value!.GetString("Outcome") == nameof(CallbackOutcome.Received);

    /// <summary>An application's callbacks that nobody has looked at, in the order in which they were received: queues keep none.</summary>
    public async Task<IReadOnlyList<StoredCallback>> WaitingAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var waiting = new List<StoredCallback>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and Outcome eq {nameof(CallbackOutcome.Received)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            waiting.Add(new StoredCallback(Enum.Parse<Department>(row.GetString("Department")), json.ReadText(row.GetString("Body"), Cell(id, row.RowKey)), row));
        return [.. waiting.OrderBy(callback => callback.Row.GetDateTimeOffset("ReceivedAt"))];
    }

    /// <summary>Notes what became of it. Somebody else having noted it meanwhile is no fault: both looked at the same table.</summary>
    public Task<bool> NoteAsync(StoredCallback callback, CallbackOutcome outcome, CancellationToken cancellationToken)
    {
        callback.Row["Outcome"] = outcome.ToString();
        return _table.TryReplaceAsync(callback.Row, callback.Row.ETag, cancellationToken);
    }

    private static CellAddress Cell(ApplicationId id, string key) => new(Table, id.Value, key, "Body");
}
