using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Placement;

/// <summary>
/// One school is one partition: its placements, their events and late joiners, and the claim on the one live placement of a year. So a second one
/// cannot be opened beside the first, and nobody can draw several and publish the one they like.
/// </summary>
internal sealed class PlacementStore(StorageClients storage, PlacementRow rows)
{
    private const string LiveRow = "live-";

    private readonly TableClient _table = storage.Tables.GetTableClient(PlacementNames.Table);

    public async Task<StoredPlacement?> FindAsync(string school, string run, CancellationToken cancellationToken)
    {
        if (!IsRun(run))
            return null;
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(school, run, cancellationToken: cancellationToken);
        return row.HasValue ? rows.Read(row.Value!) : null;
    }

    /// <summary>All placements of a school, void ones included.</summary>
    public async Task<IReadOnlyList<StoredPlacement>> OfSchoolAsync(string school, CancellationToken cancellationToken)
    {
        var found = new List<StoredPlacement>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {school} and RowKey ge {RunPrefix} and RowKey lt {RunPrefix + "~"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            found.Add(rows.Read(row));
        return found;
    }

    /// <summary>Inserts a placement; false when the school has a live one for the year.</summary>
    public async Task<bool> CreateAsync(StoredPlacement placement, IReadOnlyList<PlacementEvent> events, CancellationToken cancellationToken)
    {
        var row = rows.Write(placement with { Events = events.Count });
        var live = new TableEntity(placement.Name.School, LiveOf(placement.Name.Year)) { ["Run"] = placement.Name.Run };
        IEnumerable<TableTransactionAction> actions = [CeremonyTransactions.Add(row), CeremonyTransactions.Add(live), .. events.Select((e, i) => AddEvent(placement, i + 1, e))];
        // Our own retry after a lost answer meets our own row.
        return await _table.TryTransactAsync(actions, cancellationToken) is not null || await FindAsync(placement.Name.School, placement.Name.Run, cancellationToken) is not null;
    }

    /// <summary>Stores what an action made of a placement; false when somebody else was faster.</summary>
    public async Task<bool> CommitAsync(StoredPlacement asRead, Ceremony after, PlacementEvent happened, CancellationToken cancellationToken, LateJoiner? joiner = null)
    {
        var changed = asRead with { Ceremony = after, Events = asRead.Events + 1, LateJoiners = asRead.LateJoiners + (joiner is null ? 0 : 1) };
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, rows.Write(changed), asRead.Version),
            AddEvent(asRead, changed.Events, happened),
        ];
        if (after.State is CeremonyState.Voided)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(asRead.Name.School, LiveOf(asRead.Name.Year))));
        if (joiner is not null)
            actions.Add(CeremonyTransactions.Add(LateRow.Write(asRead.Name, changed.LateJoiners, joiner)));
        return await _table.TryTransactAsync(actions, cancellationToken) is not null;
    }

    public async Task<IReadOnlyList<LateJoiner>> LateJoinersAsync(StoredPlacement placement, CancellationToken cancellationToken)
    {
        var joiners = new List<LateJoiner>();
        var prefix = LateRow.Prefix(placement.Name.Run);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {placement.Name.School} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            joiners.Add(LateRow.Read(row));
        return joiners;
    }

    public const string RunPrefix = "run";

    private static bool IsRun(string run) => run.Length <= 40 && run.StartsWith(RunPrefix, StringComparison.Ordinal) && run.All(char.IsAsciiLetterOrDigit);

    private static string LiveOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{LiveRow}{year:D4}");

    private static TableTransactionAction AddEvent(StoredPlacement placement, int number, PlacementEvent happened) =>
        CeremonyTransactions.AddEvent(placement.Name.School, placement.Name.Run, number, happened.Kind, happened.By, happened.At, happened.Detail);
}
