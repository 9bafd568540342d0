using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Floor;

/// <summary>What accepting an application costs: claim, guardian, due row, application, message.</summary>
internal sealed class FloorSubmission(FloorStorage storage, FloorRows rows, FloorQueue plan)
{
    public async Task RunAsync(FloorApplication application, CancellationToken cancellation)
    {
        await storage.InsertAsync(storage.Claims, rows.Claim(application.Id), cancellation);
        await storage.InsertAsync(storage.Guardians, FloorRows.Guardian(application.Id), cancellation);
        await storage.InsertAsync(storage.Due, application.Due, cancellation);
        await storage.TransactAsync(
        [
            new(TableTransactionActionType.Add, rows.Submitted(application)),
            new(TableTransactionActionType.Add, rows.Event(application.Id, 0)),
            new(TableTransactionActionType.Add, FloorRows.Intent(application)),
        ], cancellation);
        await plan.SendAsync(application.Id, cancellation);
    }
}
