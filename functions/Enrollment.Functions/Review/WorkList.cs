using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Review;

/// <summary>
/// The cases that wait for a person, one partition an authority, the longest waiting first. A row is written before the change that needs it
/// and taken away after the change that ends it, so after a crash a row may be there in vain, and none is missing: whoever reads the list
/// asks the application.
/// </summary>
internal sealed class WorkList(StorageClients storage, TimeProvider clock)
{
    public const string Table = "WorkList";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Before a change is committed: enters what it leaves to a person, and notes the row that it will end.</summary>
    /// <returns>The row to take away once the change is committed; null when there is none.</returns>
    public async Task<WorkSeat?> PrepareAsync(Application before, Application after, CancellationToken cancellationToken)
    {
        var (was, becomes) = (SeatOf(before), SeatOf(after));
        if (becomes is not null && becomes != was)
            await EnterAsync(becomes, cancellationToken);
        return was is not null && was != becomes ? await FindAsync(was, cancellationToken) : null;
    }

    /// <summary>Enters a case; entering it again gives its row a new version, so that whoever ended it before cannot take it away.</summary>
    public Task EnterAsync(WorkSeat seat, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(new TableEntity(seat.PartitionKey, seat.RowKey) { [WorkRow.Entered] = clock.GetUtcNow() }, TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes a row away; one that was entered anew since stays.</summary>
    public async Task LeaveAsync(WorkSeat? seat, CancellationToken cancellationToken)
    {
        if (seat is null)
            return;
        try
        {
            await _table.DeleteEntityAsync(seat.PartitionKey, seat.RowKey, seat.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // gone already, or entered anew
        }
    }

    /// <summary>An authority's rows, the longest waiting first.</summary>
    /// <param name="authority">Whose.</param>
    /// <param name="after">The row after which to go on; null for the first.</param>
    /// <param name="before">Only those that have waited since before; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public IAsyncEnumerable<WorkRow> RowsAsync(Authority authority, string? after, DateTimeOffset? before, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(
            $"PartitionKey eq {authority.ToString()} and RowKey gt {after ?? ""} and RowKey lt {(before is { } end ? WorkSeat.Prefix(end) : "~")}"),
            cancellationToken: cancellationToken).Select(WorkRow.Read);

    public async Task<bool> HasAsync(WorkSeat seat, CancellationToken cancellationToken) => await FindAsync(seat, cancellationToken) is not null;

    /// <summary>Where an application stands on a list; null when it waits for nobody.</summary>
    public static WorkSeat? SeatOf(Application application) => WorkItem.Of(application) is { } item ? new WorkSeat(item.Authority, item.Since, item.Id, default) : null;

    private async Task<WorkSeat?> FindAsync(WorkSeat seat, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(seat.PartitionKey, seat.RowKey, ["RowKey"], cancellationToken) is { HasValue: true } row
            ? seat with { ETag = row.Value!.ETag }
            : null;
}
