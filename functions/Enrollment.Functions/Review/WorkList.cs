using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Review;

/// <summary>
/// The cases that wait for a person, one partition an authority. A row is written before the change that needs it and taken away after the
/// change that ends it, so after a crash a row may be there in vain, and none is missing: whoever reads the list asks the application.
/// </summary>
internal sealed class WorkList(StorageClients storage)
{
    public const string Table = "WorkList";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Before a change is committed: enters what it leaves to a person, and notes the row that it will end.</summary>
    /// <returns>The row to take away once the change is committed; null when there is none.</returns>
    public async Task<WorkSeat?> PrepareAsync(Application before, Application after, CancellationToken cancellationToken)
    {
        var (was, becomes) = (WorkItem.Of(before), WorkItem.Of(after));
        if (becomes is not null && (was is null || was.Authority != becomes.Authority))
            await EnterAsync(becomes, cancellationToken);
        return was is not null && was.Authority != becomes?.Authority ? await FindAsync(was, cancellationToken) : null;
    }

    /// <summary>Enters a case; entering it again gives its row a new version, so that whoever ended it before cannot take it away.</summary>
    public Task EnterAsync(WorkItem item, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(new TableEntity(item.Authority.ToString(), item.Id.Value), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes a row away; one that was entered anew since stays.</summary>
    public async Task LeaveAsync(WorkSeat? seat, CancellationToken cancellationToken)
    {
        if (seat is null)
            return;
        try
        {
            await _table.DeleteEntityAsync(seat.Authority.ToString(), seat.Id.Value, seat.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // gone already, or entered anew
        }
    }

    private async Task<WorkSeat?> FindAsync(WorkItem item, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(item.Authority.ToString(), item.Id.Value, ["RowKey"], cancellationToken) is { HasValue: true } row
            ? new WorkSeat(item.Id, item.Authority, row.Value!.ETag)
            : null;
}

/// <summary>A case's row on a work list, as it was read.</summary>
internal sealed record WorkSeat(ApplicationId Id, Authority Authority, ETag ETag);
