using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A guardian's drafts: one partition each, and so many rows in it as drafts are allowed. Inserts into numbered places cannot exceed the number.</summary>
internal sealed class DraftStore(StorageClients storage, StoredJson json, DeletionReceipts receipts, TimeProvider clock, IOptions<DraftOptions> options)
{
    public const string Table = "Drafts";
    public const string Kind = "draft";

    private const string IdColumn = "DraftId";
    private const string Form = "Form";
    private const string SavedAt = "SavedAt";
    private const string IntakeYear = "IntakeYear";

    // Encrypted it must fit a table property of 32,768 characters.
    private const int MaxCharacters = 20_000;

    // As it was typed: escaping would double a Chinese form.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task<IReadOnlyList<Draft>> AllOfAsync(string guardian, CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {guardian}"), cancellationToken: cancellationToken))
            drafts.Add(Read(row));
        return [.. drafts.OrderBy(draft => draft.SavedAt)];
    }

    /// <summary>The guardian's draft with this id; null when they have none, whoever else may have it.</summary>
    public async Task<Draft?> FindAsync(string guardian, string id, CancellationToken cancellationToken) =>
        (await AllOfAsync(guardian, cancellationToken)).FirstOrDefault(draft => draft.Id == id);

    /// <summary>Saves a new draft; null when all places are taken.</summary>
    public async Task<Draft?> AddAsync(string guardian, ApplicationRequest form, CancellationToken cancellationToken)
    {
        var id = ApplicationId.FromBytes(RandomNumberGenerator.GetBytes(16)).Value;
        var taken = (await AllOfAsync(guardian, cancellationToken)).Select(draft => draft.Slot).ToHashSet(StringComparer.Ordinal);
        foreach (var slot in Enumerable.Range(0, options.Value.PerGuardian).Select(place => place.ToString("D2", CultureInfo.InvariantCulture)).Where(slot => !taken.Contains(slot)))
        {
            // A place taken meanwhile is the next one's; a row found there may be ours, written by the SDK's own retry of a lost answer.
            if (await _table.TryInsertAsync(Row(guardian, slot, id, form), cancellationToken) || await IsOursAsync(guardian, slot, id, cancellationToken))
                return await FindAsync(guardian, id, cancellationToken);
        }
        return null;
    }

    /// <summary>Saves over the version that was read; null when somebody else was faster.</summary>
    public async Task<Draft?> ReplaceAsync(string guardian, Draft draft, ApplicationRequest form, CancellationToken cancellationToken) =>
        await _table.TryReplaceAsync(Row(guardian, draft.Slot, draft.Id, form), draft.ETag, cancellationToken)
            ? await FindAsync(guardian, draft.Id, cancellationToken)
            : null;

    /// <summary>Deletes the version that was read. False when somebody else was faster.</summary>
    public Task<bool> DeleteAsync(string guardian, Draft draft, CancellationToken cancellationToken) =>
        receipts.DeleteAsync(_table, new TableEntity(guardian, draft.Slot) { ETag = draft.ETag }, Kind, draft.Id, cancellationToken);

    /// <summary>Deletes the drafts of which the season is over for so long; how many.</summary>
    /// <param name="lastDayOf">The last day on which an application of a year is taken.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<int> DeleteExpiredAsync(Func<int, DateOnly> lastDayOf, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var row in _table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", IdColumn, IntakeYear], cancellationToken: cancellationToken))
        {
            var keptTo = BureauDay.StartOf(lastDayOf(row.GetInt32(IntakeYear)!.Value).AddDays(1)) + options.Value.KeepAfterSeason;
            if (clock.GetUtcNow() >= keptTo && await receipts.DeleteAsync(_table, row, Kind, row.GetString(IdColumn), cancellationToken))
                deleted++;
        }
        return deleted;
    }

    /// <summary>Whether a form is short enough to be kept; nested escapes may make it longer than it was sent.</summary>
    public static bool Fits(ApplicationRequest form) => JsonSerializer.Serialize(form, Plain).Length <= MaxCharacters;

    private async Task<bool> IsOursAsync(string guardian, string slot, string id, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(guardian, slot, [IdColumn], cancellationToken) is { HasValue: true } found && found.Value!.GetString(IdColumn) == id;

    private TableEntity Row(string guardian, string slot, string id, ApplicationRequest form) => new(guardian, slot)
    {
        [IdColumn] = id,
        [SavedAt] = clock.GetUtcNow(),
        [IntakeYear] = form.IntakeYear ?? 0,
        [Form] = json.WriteText(JsonSerializer.Serialize(form, Plain), Cell(guardian, slot, id)),
    };

    private Draft Read(TableEntity row) => new(row.GetString(IdColumn), row.RowKey,
        JsonSerializer.Deserialize<ApplicationRequest>(json.ReadText(row.GetString(Form), Cell(row.PartitionKey, row.RowKey, row.GetString(IdColumn))), Plain)!,
        row.GetDateTimeOffset(SavedAt)!.Value, row.ETag);

    // The place is used again: the id keeps an old draft's text from standing in a new one.
    private static CellAddress Cell(string guardian, string slot, string id) => new(Table, guardian, slot, $"{Form}|{id}");
}
