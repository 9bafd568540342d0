using Azure;
using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Floor;

/// <summary>What one check costs: read, ask, one transaction; the last one also settles and disarms.</summary>
internal sealed class FloorCheck(FloorStorage storage, FloorRows rows, FloorDepartments departments)
{
    public async Task RunAsync(FloorApplication application, string department, CancellationToken cancellation)
    {
        var etags = await storage.ReadAsync(application.Id, cancellation);
        await departments.AskAsync(application, department, cancellation);
        if (!await IsLastAsync(application, department, etags, cancellation))
            return;
        await storage.DisarmAsync(application.Due, cancellation);
        application.Dispose();
    }

    private async Task<bool> IsLastAsync(FloorApplication application, string department, IReadOnlyDictionary<string, ETag> etags, CancellationToken cancellation)
    {
        await application.Turn.WaitAsync(cancellation);
        try
        {
            var number = rows.Departments.Count - application.ChecksOutstanding--;
            var isLast = application.ChecksOutstanding == 0;
            application.ETag = await storage.TransactAsync(Actions(application, (department, number, isLast), etags), cancellation);
            return isLast;
        }
        finally
        {
            application.Turn.Release();
        }
    }

    private IEnumerable<TableTransactionAction> Actions(
        FloorApplication application, (string Department, int Number, bool IsLast) check, IReadOnlyDictionary<string, ETag> etags)
    {
        var change = check.IsLast ? rows.Settled(application) : rows.Verifying(application);
        var answered = rows.Answered(application.Id, check.Department);
        yield return new(TableTransactionActionType.UpdateMerge, change, application.ETag);
        yield return new(TableTransactionActionType.UpdateReplace, answered, etags[answered.RowKey]);
        yield return new(TableTransactionActionType.Add, rows.Event(application.Id, 2 + check.Number));
        if (!check.IsLast)
            yield break;
        for (var settling = 1; settling <= rows.SettlingEvents; settling++)
            yield return new(TableTransactionActionType.Add, rows.Event(application.Id, 2 + check.Number + settling));
        var intent = FloorRows.Intent(application);
        yield return new(TableTransactionActionType.Delete, intent, etags[intent.RowKey]);
    }
}
