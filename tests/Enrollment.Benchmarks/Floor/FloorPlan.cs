using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Floor;

/// <summary>What planning costs: read, checks and status in one transaction, a message to each department's queue.</summary>
internal sealed class FloorPlan(FloorStorage storage, FloorRows rows, IReadOnlyDictionary<string, FloorQueue> departments)
{
    public async Task RunAsync(FloorApplication application, CancellationToken cancellation)
    {
        var etags = await storage.ReadAsync(application.Id, cancellation);
        application.ETag = await storage.TransactAsync(
        [
            new(TableTransactionActionType.UpdateMerge, rows.Verifying(application), etags["application"]),
            .. rows.Departments.Select(department => new TableTransactionAction(TableTransactionActionType.Add, rows.Queued(application.Id, department))),
            new(TableTransactionActionType.Add, rows.Event(application.Id, 1)),
        ], cancellation);
        application.ChecksOutstanding = rows.Departments.Count;
        await Task.WhenAll(departments.Values.Select(queue => queue.SendAsync(application.Id, cancellation)));
    }
}
