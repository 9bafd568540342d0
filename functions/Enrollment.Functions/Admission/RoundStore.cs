using Azure.Data.Tables;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Admission;

/// <summary>
/// One intake year is one partition: its rounds, their events, and the claim on the one round that is under way. So nobody can draw several and
/// publish the one they like.
/// </summary>
internal sealed class RoundStore(StorageClients storage, RoundRow rows)
{
    private const string Live = "live";
    private const string RoundColumn = "Round";

    private readonly TableClient _table = storage.Tables.GetTableClient(AdmissionNames.Table);

    public async Task<StoredRound?> FindAsync(RoundName name, CancellationToken cancellationToken)
    {
        if (!RoundName.IsRound(name.Round))
            return null;
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(name.Partition, RoundRow.KeyOf(name), cancellationToken: cancellationToken);
        return row.HasValue ? rows.Read(row.Value!, name) : null;
    }

    /// <summary>All rounds of a year, void ones included.</summary>
    public async Task<IReadOnlyList<StoredRound>> OfYearAsync(int year, CancellationToken cancellationToken)
    {
        var found = new List<StoredRound>();
        var partition = new RoundName(year, "").Partition;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {RoundRow.Prefix} and RowKey lt {RoundRow.Prefix + "~"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            found.Add(rows.Read(row, new RoundName(year, row.RowKey[RoundRow.Prefix.Length..])));
        return found;
    }

    /// <summary>Inserts a round; false when its id is taken, or another round of the year is under way.</summary>
    public async Task<bool> CreateAsync(StoredRound round, RoundEvent happened, CancellationToken cancellationToken)
    {
        var live = new TableEntity(round.Name.Partition, Live) { [RoundColumn] = round.Name.Round };
        return await _table.TryTransactAsync(
            [CeremonyTransactions.Add(rows.Write(round with { Events = 1 })), CeremonyTransactions.Add(live), AddEvent(round.Name, 1, happened)], cancellationToken) is not null
            // Our own retry after a lost answer meets our own row.
            || await FindAsync(round.Name, cancellationToken) is { } found && found.Key == round.Key;
    }

    /// <summary>Stores a change; false when somebody else was faster.</summary>
    /// <param name="asRead">As it was read.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="happened">What to write into its history; null for mere progress.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<bool> CommitAsync(StoredRound asRead, StoredRound after, RoundEvent? happened, CancellationToken cancellationToken)
    {
        var events = asRead.Events + (happened is null ? 0 : 1);
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateReplace, rows.Write(after with { Events = events }), asRead.Version)];
        if (happened is not null)
            actions.Add(AddEvent(asRead.Name, events, happened));
        // The next round may begin once this one has nothing more to say, or nothing it said counts.
        if (IsUnderWay(asRead) && !IsUnderWay(after))
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(asRead.Name.Partition, Live)));
        return await _table.TryTransactAsync(actions, cancellationToken) is not null;
    }

    // A round that still makes offers is: one prepared meanwhile would count as free what is about to be taken.
    private static bool IsUnderWay(StoredRound round) => round.Work is RoundWork.Offer || round.Ceremony.State is not (CeremonyState.Published or CeremonyState.Voided);

    private static TableTransactionAction AddEvent(RoundName name, int number, RoundEvent happened) =>
        CeremonyTransactions.AddEvent(name.Partition, name.Round, number, happened.Kind, happened.By, happened.At, happened.Detail);
}
