using System.Diagnostics;
using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>
/// Asks departments while a parent waits, all at once and within a bound, and keeps what they say: what is there is not asked for again.
/// The row is written before the question, so that a callback that overtakes the answer finds its place, and a crash leaves nothing but a row to go on from.
/// </summary>
internal sealed class Lookups(StorageClients storage, StoredJson json, DepartmentExchanges departments, TimeProvider clock, IOptions<LookupOptions> options)
{
    private readonly TableClient _table = storage.Tables.GetTableClient(LookupRow.Table);
    private readonly LookupOptions _options = options.Value;

    /// <summary>One for each department of the plan, in its order; never later than the bound, and never an exception of a department's making.</summary>
    public async Task<IReadOnlyList<Lookup>> AskAsync(LookupAsk ask, CancellationToken cancellationToken) =>
        await Task.WhenAll(ask.Plan.Select(plan => AskOneAsync(ask, plan, cancellationToken)));

    /// <summary>Takes a callback to a question of this kind. False when nobody asked it.</summary>
    public async Task<bool> TakeCallbackAsync(ApplicationId caseNo, Department department, string requestId, string body, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNo, department, cancellationToken) is not { } row || row.GetString(LookupRow.RequestId) != requestId)
            return false;
        // The first answer counts; a repeat is acknowledged and changes nothing.
        if (!LookupRow.Read(row, department, json).IsAnswered)
            await KeepAsync(row, department, StatusOf(department, body), row.GetDateTimeOffset(LookupRow.ExpiresAt)!.Value, body, cancellationToken);
        return true;
    }

    /// <summary>Deletes what has expired; how many.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        var filter = TableClient.CreateQueryFilter($"ExpiresAt lt {clock.GetUtcNow()}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            deleted++;
        }
        return deleted;
    }

    private async Task<Lookup> AskOneAsync(LookupAsk ask, CheckPlan plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = await FindAsync(ask.Case, plan.Department, cancellationToken);
        if (held is not null && LookupRow.Read(held, plan.Department, json) is var known && now < known.AskAgainAt && known.Status is not LookupStatus.Asked)
            return known;
        if (await NoteAskingAsync(ask, plan, held, now, cancellationToken) is not { } row)
        {
            return await FindAsync(ask.Case, plan.Department, cancellationToken) is { } faster
                ? LookupRow.Read(faster, plan.Department, json)
                : new Lookup(plan.Department, LookupStatus.TooSlow, Report: null, now, now);
        }

        var (status, again, body) = Outcome(await AskWithinAsync(ask.QueryTo(plan, row.GetString(LookupRow.RequestId), Activity.Current?.Id), cancellationToken), ask.KeepFor);
        return await KeepAsync(row, plan.Department, status, again, body, cancellationToken);
    }

    // A repeated question keeps its id, so that the department sees it is one; an answer grown old or a callback that never came makes a new one.
    private async Task<TableEntity?> NoteAskingAsync(LookupAsk ask, CheckPlan plan, TableEntity? held, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isNew = held is not null && LookupRow.Read(held, plan.Department, json).Status is LookupStatus.Answered or LookupStatus.NoRecord or LookupStatus.WillCallBack;
        var epoch = held is null ? 1 : LookupRow.EpochOf(held) + (isNew ? 1 : 0);
        var row = LookupRow.Asked(ask.Case, plan.Department, epoch, now, now + _options.AnswerWithin, now + ask.KeepFor);
        var isWritten = held is null ? await _table.TryInsertAsync(row, cancellationToken) : await _table.TryReplaceAsync(row, held.ETag, cancellationToken);
        var stored = await FindAsync(ask.Case, plan.Department, cancellationToken);
        // Two requests of one parent at once ask one question: who lost asks it too, under the same id.
        return isWritten || (stored is not null && LookupRow.Read(stored, plan.Department, json).Status is LookupStatus.Asked) ? stored : null;
    }

    private async Task<AskResult?> AskWithinAsync(DepartmentQuery query, CancellationToken cancellationToken)
    {
        using var bound = new CancellationTokenSource(_options.AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        try
        {
            return await departments.For(query.Department).AskAsync(query, either.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private (LookupStatus Status, DateTimeOffset Again, string? Body) Outcome(AskResult? result, TimeSpan keepFor)
    {
        var now = clock.GetUtcNow();
        return result switch
        {
            null => (LookupStatus.TooSlow, now + _options.AskAgainAfter, null),
            AskResult.Answered answered => (LookupStatus.Answered, now + keepFor, answered.Body),
            AskResult.NoRecord none => (LookupStatus.NoRecord, now + keepFor, none.Body),
            AskResult.WillCallBack => (LookupStatus.WillCallBack, now + _options.CallbackWithin, null),
            AskResult.Unreachable { RetryAfter: { } pause } when pause > _options.AskAgainAfter => (LookupStatus.Unavailable, now + pause, null),
            AskResult.Unreachable => (LookupStatus.Unavailable, now + _options.AskAgainAfter, null),
            _ => throw new InvalidOperationException("AskResult is closed."),
        };
    }

    // Who loses tells what won: the callback that was faster, or the other request's answer.
    private async Task<Lookup> KeepAsync(TableEntity row, Department department, LookupStatus status, DateTimeOffset again, string? body, CancellationToken cancellationToken)
    {
        var kept = LookupRow.With(row, status, again, body, json);
        return await _table.TryReplaceAsync(kept, row.ETag, cancellationToken) || await FindAsync(row, cancellationToken) is not { } faster
            ? LookupRow.Read(kept, department, json)
            : LookupRow.Read(faster, department, json);
    }

    private static LookupStatus StatusOf(Department department, string body) =>
        DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(body)) is AnswerParse.Parsed { NoRecord: true } ? LookupStatus.NoRecord : LookupStatus.Answered;

    private Task<TableEntity?> FindAsync(TableEntity row, CancellationToken cancellationToken) => FindAsync(row.PartitionKey, row.RowKey, cancellationToken);

    private Task<TableEntity?> FindAsync(ApplicationId caseNo, Department department, CancellationToken cancellationToken) =>
        FindAsync(caseNo.Value, DepartmentPaths.Of(department), cancellationToken);

    private async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken) is { HasValue: true } found ? found.Value : null;
}
