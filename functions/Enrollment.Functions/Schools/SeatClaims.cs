using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Schools;

/// <summary>What came of claiming a seat. Closed.</summary>
internal abstract record SeatClaim
{
    private SeatClaim()
    {
    }

    /// <summary>The seat is the application's, by this claim or an earlier one.</summary>
    public sealed record Taken(int Seat) : SeatClaim;

    /// <summary>Every seat of the plan is somebody's.</summary>
    public sealed record Full : SeatClaim;
}

/// <summary>
/// Seats that are given one by one after a round: a seat's row and its owner's are inserted together, so that no plan is oversold and nobody
/// has two seats, whoever asks at the same time or crashes in between.
/// </summary>
internal sealed class SeatClaims(StorageClients storage)
{
    public const string Table = "SeatClaims";

    private const string SeatPrefix = "seat-", OwnerPrefix = "owner-", SeatColumn = "Seat", OwnerColumn = "Owner";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Takes a free seat of the school's plan for an application.</summary>
    public async Task<SeatClaim> ClaimAsync(SchoolCode school, int year, int plan, ApplicationId owner, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(school, year);
        // Each try that fails is a seat that somebody else got, and there are only so many.
        while (true)
        {
            var (seat, taken) = await LookAsync(partition, owner, cancellationToken);
            if (seat is { } held)
                return new SeatClaim.Taken(held.Number);
            var free = Enumerable.Range(1, plan).Where(number => !taken.Contains(number)).ToList();
            if (free.Count == 0)
                return new SeatClaim.Full();
            // Spread over the free seats: those who come at once then seldom meet.
            var choice = free[owner.Value.Sum(c => c) % free.Count];
            if (await TryTransactAsync(RowsOf(partition, choice, owner).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken))
                return new SeatClaim.Taken(choice);
        }
    }

    /// <summary>Gives an application's seat back. False when it has none.</summary>
    public async Task<bool> ReleaseAsync(SchoolCode school, int year, ApplicationId owner, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(school, year);
        var (seat, _) = await LookAsync(partition, owner, cancellationToken);
        // Under the seat's ETag: meanwhile it may be somebody else's.
        return seat is { } held && await TryTransactAsync(RowsOf(partition, held.Number, owner).Zip([held.ETag, default],
            (row, asRead) => new TableTransactionAction(TableTransactionActionType.Delete, row, asRead)), cancellationToken);
    }

    private async Task<((int Number, ETag ETag)? Own, HashSet<int> Taken)> LookAsync(string partition, ApplicationId owner, CancellationToken cancellationToken)
    {
        (int, ETag)? own = null;
        var taken = new HashSet<int>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {SeatPrefix}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var seat = row.GetInt32(SeatColumn)!.Value;
            taken.Add(seat);
            if (row.GetString(OwnerColumn) == owner.Value)
                own = (seat, row.ETag);
        }
        return (own, taken);
    }

    private static IEnumerable<TableEntity> RowsOf(string partition, int seat, ApplicationId owner) =>
        new[] { string.Create(CultureInfo.InvariantCulture, $"{SeatPrefix}{seat:D5}"), OwnerPrefix + owner.Value }
            .Select(key => new TableEntity(partition, key) { [SeatColumn] = seat, [OwnerColumn] = owner.Value });

    private async Task<bool> TryTransactAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static string PartitionOf(SchoolCode school, int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-{school}");
}
