using Azure.Data.Tables;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications;

/// <summary>A guardian's applications and idempotency keys, one partition a guardian; written before the application, so a number may lead nowhere.</summary>
internal sealed class GuardianIndex(StorageClients storage)
{
    public const string Table = "Guardians";

    private const string ApplicationPrefix = "app-";
    private const string KeyPrefix = "key-";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>The key a guardian is found by; submissions and callers must agree on it.</summary>
    public static string KeyOf(string identityNumber, BlindIndex index) => index.Of("guardian", identityNumber);

    /// <summary>Notes the application under its guardian, and the key it was sent with.</summary>
    /// <returns>False when the key was used with other content.</returns>
    public async Task<bool> LinkAsync(Submission submission, ApplicationId id, CancellationToken cancellationToken)
    {
        await _table.TryInsertAsync(new TableEntity(submission.Guardian, ApplicationPrefix + id.Value), cancellationToken);
        return submission.IdempotencyKey is null
            || await _table.TryInsertAsync(KeyRow(submission, id), cancellationToken)
            || await UseOfKeyAsync(submission, cancellationToken) is KeyUse.SameContent;
    }

    /// <summary>Whether the request's idempotency key was used before, and for what.</summary>
    public async Task<KeyUse> UseOfKeyAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.IdempotencyKey is null)
            return new KeyUse.Unused();
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(submission.Guardian, KeyPrefix + submission.IdempotencyKey, cancellationToken: cancellationToken);
        if (!row.HasValue)
            return new KeyUse.Unused();
        return row.Value!.GetString("Content") == submission.Content
            ? new KeyUse.SameContent(ApplicationId.Parse(row.Value.GetString("ApplicationId")))
            : new KeyUse.OtherContent();
    }

    public async Task<IReadOnlyList<ApplicationId>> ApplicationsOfAsync(string guardian, CancellationToken cancellationToken)
    {
        var ids = new List<ApplicationId>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {guardian} and RowKey ge {ApplicationPrefix} and RowKey lt {KeyPrefix}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
            ids.Add(ApplicationId.Parse(row.RowKey[ApplicationPrefix.Length..]));
        return ids;
    }

    private static TableEntity KeyRow(Submission submission, ApplicationId id) => new(submission.Guardian, KeyPrefix + submission.IdempotencyKey)
    {
        ["ApplicationId"] = id.Value,
        ["Content"] = submission.Content,
    };
}

/// <summary>What an idempotency key was used for before. Closed.</summary>
internal abstract record KeyUse
{
    private KeyUse()
    {
    }

    public sealed record Unused : KeyUse;

    public sealed record SameContent(ApplicationId Id) : KeyUse;

    public sealed record OtherContent : KeyUse;
}
