using System.Collections.Concurrent;
using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>One host's listener to a timer, on a lock shared with others.</summary>
internal sealed class TimerFixture : IAsyncDisposable
{
    private readonly ConcurrentQueue<DateTimeOffset> _fires = new();
    private readonly TimeProvider _time;
    private readonly TimerListener _listener;

    public TimerFixture(ObservedTime time, FakeLock shared, string schedule, bool runOnStartup = false)
    {
        _time = time;
        Container = new FakeLockContainer(shared);
        var lease = new SingletonLease(Container, "locks/sweep", new SingletonSettings(), time, NullLogger.Instance);
        var plan = new TimerPlan(TimerSchedule.Parse(schedule), runOnStartup, UseMonitor: true);
        _listener = new TimerListener(Run, plan, lease, time, NullLogger.Instance);
        _listener.Start();
    }

    public FakeLockContainer Container { get; }

    public IReadOnlyList<DateTimeOffset> Fires => [.. _fires];

    public Func<CancellationToken, Task> Function { get; set; } = static _ => Task.CompletedTask;

    public TimerInfo? Info { get; private set; }

    public Task DrainAsync() => _listener.DrainAsync();

    public async ValueTask DisposeAsync()
    {
        await _listener.AbandonAsync();
        await _listener.DrainAsync();
        _listener.Dispose();
    }

    private FunctionRun Run(object timer, CancellationToken abandoned)
    {
        Info = (TimerInfo)timer;
        _fires.Enqueue(_time.GetUtcNow());
        var run = OutcomeAsync(abandoned);
        return new FunctionRun(run, run);
    }

    private async Task<InvocationOutcome> OutcomeAsync(CancellationToken abandoned)
    {
        await Function(abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return InvocationOutcome.Succeeded;
    }
}
