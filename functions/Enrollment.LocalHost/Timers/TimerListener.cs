using Enrollment.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

/// <summary>Fires one timer function while this host holds its lease.</summary>
internal sealed class TimerListener(
    Func<object, CancellationToken, FunctionRun> run, TimerPlan plan, SingletonLease lease, TimeProvider time, ILogger logger)
    : IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoned = new();
    private DateTimeOffset last;
    private Task listening = Task.CompletedTask;

    public void Start() => listening = Task.Run(ListenAsync);

    /// <summary>Fires no more, ends with the invocation under way and gives the lease back.</summary>
    public async Task DrainAsync()
    {
        await stopping.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task AbandonAsync()
    {
        await stopping.CancelAsync();
        await abandoned.CancelAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        abandoned.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await using var held = await lease.AcquireAsync(stopping.Token);
            await FireWhileHeldAsync(held);
        }
    }

    private async Task FireWhileHeldAsync(HeldLease held)
    {
        var due = plan.RunOnStartup && last == default ? time.GetUtcNow() : plan.Schedule.NextAfter(time.GetUtcNow());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, held.Lost);
        while (await WaitUntilAsync(due, end.Token) && held.IsHeld)
        {
            // an early clock must not fire the same occurrence twice; a late one skips what it missed
            var firedAt = time.GetUtcNow() is var now && now > due ? now : due;
            due = plan.Schedule.NextAfter(firedAt);
            await FireAsync(firedAt, due, held.Lost);
        }
    }

    private async Task FireAsync(DateTimeOffset firedAt, DateTimeOffset next, CancellationToken lost)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(abandoned.Token, lost);
        var invocation = run(Info(firedAt, next), cancel.Token);
        last = firedAt;
        await invocation.Outcome;
        // a timer never overlaps itself, not even with an invocation that was given up
        await invocation.Ended.WaitAsync(abandoned.Token);
    }

    private TimerInfo Info(DateTimeOffset firedAt, DateTimeOffset next) => new()
    {
        ScheduleStatus = plan.UseMonitor
            ? new ScheduleStatus { Last = last.UtcDateTime, Next = next.UtcDateTime, LastUpdated = firedAt.UtcDateTime }
            : null,
    };

    private async Task<bool> WaitUntilAsync(DateTimeOffset due, CancellationToken end)
    {
        while (!end.IsCancellationRequested && due - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            logger.LogDebug("Next occurrence at {Due}", due);
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !end.IsCancellationRequested;
    }
}
