using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>A guardian's dry runs: so many numbered places a day, and no more can be taken. The same form on the same day is the same dry run.</summary>
internal sealed class DryRunStore(StorageClients storage, StoredJson json, BlindIndex index, TimeProvider clock, IOptions<DryRunOptions> options)
{
    public const string Table = "DryRuns";
    public const string Kind = "dry-run";
    public const string IdColumn = "DryRunId";

    private const string Form = "Form";
    private const string PolicyId = "PolicyId";
    private const string StartedAt = "StartedAt";
    private const string ExpiresAt = "ExpiresAt";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>The dry run of a form: a new one, or today's of the same form; null when today's places are taken.</summary>
    public async Task<DryRun?> StartAsync(string guardian, ApplicationRequest form, Policy policy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var day = BureauDay.Of(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var content = JsonSerializer.Serialize(form, JsonSerializerOptions.Web);
        var run = new DryRun(ApplicationId.FromBytes(index.Bytes("dry-run", $"{guardian}|{day}|{content}").AsSpan(0, 16)), form, policy.Id, now, now + options.Value.KeepFor);
        for (var place = 0; place < options.Value.PerDay; place++)
        {
            var slot = string.Create(CultureInfo.InvariantCulture, $"{day}-{place:D2}");
            if (await _table.TryInsertAsync(Row(guardian, slot, run), cancellationToken))
                return run;
            var held = await _table.GetEntityIfExistsAsync<TableEntity>(guardian, slot, cancellationToken: cancellationToken);
            if (held is { HasValue: true } && held.Value!.GetString(IdColumn) == run.Id.Value)
                return Read(held.Value);
        }
        return null;
    }

    /// <summary>The guardian's dry run with this number; null when they have none, whoever else may have it.</summary>
    public async Task<DryRun?> FindAsync(string guardian, string id, CancellationToken cancellationToken)
    {
        if (!ApplicationId.TryParse(id, out var parsed))
            return null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {guardian} and DryRunId eq {parsed!.Value}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var run = Read(row);
            return clock.GetUtcNow() < run.ExpiresAt ? run : null;
        }
        return null;
    }

    /// <summary>Deletes what has expired, with a receipt each; how many.</summary>
    public async Task<int> DeleteExpiredAsync(DeletionReceipts receipts, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var filter = TableClient.CreateQueryFilter($"ExpiresAt lt {clock.GetUtcNow()}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", IdColumn], cancellationToken: cancellationToken))
        {
            if (await receipts.DeleteAsync(_table, row, Kind, row.GetString(IdColumn), cancellationToken))
                deleted++;
        }
        return deleted;
    }

    private TableEntity Row(string guardian, string slot, DryRun run) => new(guardian, slot)
    {
        [IdColumn] = run.Id.Value,
        [PolicyId] = run.PolicyId,
        [StartedAt] = run.StartedAt,
        [ExpiresAt] = run.ExpiresAt,
        [Form] = json.Write(run.Form, Cell(guardian, slot)),
    };

    private DryRun Read(TableEntity row) => new(ApplicationId.Parse(row.GetString(IdColumn)),
        json.Read<ApplicationRequest>(row.GetString(Form), Cell(row.PartitionKey, row.RowKey)), row.GetString(PolicyId),
        row.GetDateTimeOffset(StartedAt)!.Value, row.GetDateTimeOffset(ExpiresAt)!.Value);

    private static CellAddress Cell(string guardian, string slot) => new(Table, guardian, slot, Form);
}
