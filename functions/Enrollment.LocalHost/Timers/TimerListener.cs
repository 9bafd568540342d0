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

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();
    private DateTimeOffset _last;
    private Task _listening = Task.CompletedTask;

    public void Start() => _listening = Task.Run(ListenAsync);

    /// <summary>Fires no more, ends with the invocation under way and gives the lease back.</summary>
    public async Task DrainAsync()
    {
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task AbandonAsync()
    {
        await _stopping.CancelAsync();
        await _abandoned.CancelAsync();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _abandoned.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await using var held = await lease.AcquireAsync(_stopping.Token);
            await FireWhileHeldAsync(held);
        }
    }

    private async Task FireWhileHeldAsync(HeldLease held)
    {
        var due = plan.RunOnStartup && _last == default ? time.GetUtcNow() : plan.Schedule.NextAfter(time.GetUtcNow());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, held.Lost);
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
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(_abandoned.Token, lost);
        var invocation = run(Info(firedAt, next), cancel.Token);
        _last = firedAt;
        await invocation.Outcome;
        // a timer never overlaps itself, not even with an invocation that was given up
        await invocation.Ended.WaitAsync(_abandoned.Token);
    }

    private TimerInfo Info(DateTimeOffset firedAt, DateTimeOffset next) => new()
    {
        ScheduleStatus = plan.UseMonitor
            ? new ScheduleStatus { Last = _last.UtcDateTime, Next = next.UtcDateTime, LastUpdated = firedAt.UtcDateTime }
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
