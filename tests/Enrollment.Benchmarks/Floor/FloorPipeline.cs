using System.Collections.Concurrent;
using Azure.Data.Tables;
using Enrollment.Benchmarks.Measuring;
using Enrollment.Benchmarks.Pipeline;

namespace Enrollment.Benchmarks.Floor;

/// <summary>
/// The service's storage operations and department questions through the raw SDK, in the same order and concurrency and with rows
/// of the same size; no product code. What a perfect program would cost on this Azurite.
/// </summary>
internal sealed class FloorPipeline : IPipeline, IAsyncDisposable
{
    private readonly FloorStorage _storage;
    private readonly FloorRows _rows;
    private readonly FloorSubmission _submission;
    private readonly ConcurrentDictionary<string, FloorApplication> _applications = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<Task> _loops;
    private int _submitted;

    private FloorPipeline(FloorStorage storage, FloorRows rows, FloorQueues queues, FloorDepartments departments)
    {
        (_storage, _rows) = (storage, rows);
        _submission = new FloorSubmission(storage, rows, queues.Plan);
        var plan = new FloorPlan(storage, rows, queues.Departments);
        var check = new FloorCheck(storage, rows, departments);
        List<FloorLoop> loops =
        [
            new(queues.Plan, (id, token) => plan.RunAsync(_applications[id], token)),
            .. queues.Departments.Select(queue => new FloorLoop(queue.Value, (id, token) => check.RunAsync(_applications[id], queue.Key, token))),
        ];
        _loops = [.. loops.Select(loop => Task.Run(() => loop.RunAsync(_stopping.Token)))];
    }

    public TableClient Applications => _storage.Applications;

    public static async Task<FloorPipeline> StartAsync(FloorStorage storage, RealRows real, FloorDepartments departments, CancellationToken cancellation)
    {
        var rows = new FloorRows(real);
        var queues = new FloorQueues(storage.Queue("verification"),
            rows.Departments.ToDictionary(department => department, department => storage.Queue("verify-" + department), StringComparer.Ordinal));
        await Task.WhenAll([storage.CreateTablesAsync(cancellation), .. queues.All.Select(queue => queue.CreateAsync(cancellation))]);
        return new FloorPipeline(storage, rows, queues, departments);
    }

    public async Task<string> SubmitAsync(Mover mover, CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref _submitted);
        var id = _rows.NewId(number);
        var application = _applications[id] = new FloorApplication(id, mover, FloorRows.Due(id, number));
        await _submission.RunAsync(application, cancellation);
        return id;
    }

    public async Task<StorageCounts> CountsAsync(CancellationToken cancellation)
    {
        if (_loops.FirstOrDefault(loop => loop.IsCompleted) is { } broken)
            await broken;
        return _storage.Counter.Read();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }
}

internal sealed record FloorQueues(FloorQueue Plan, IReadOnlyDictionary<string, FloorQueue> Departments)
{
    public IEnumerable<FloorQueue> All => Departments.Values.Prepend(Plan);
}
