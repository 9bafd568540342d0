using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Departments.Outages;

/// <summary>A clock in the drill's hand that knows who waits for it, and notes each attempt at one department by that department's own attempt timeout.</summary>
internal sealed class DrillClock(DateTimeOffset start, TimeSpan watched, params TimeSpan[] timeouts) : FakeTimeProvider(start)
{
    private int _pauses;

    /// <summary>Delays that somebody waits out: a department at work, injected latency, a pause before a retry. Timeouts do not count.</summary>
    public int Pauses => Volatile.Read(ref _pauses);

    public ConcurrentQueue<DateTimeOffset> Attempts { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Note(dueTime);
        return dueTime <= TimeSpan.Zero || dueTime == watched || timeouts.Contains(dueTime)
            ? new Timeout(this, base.CreateTimer(callback, state, dueTime, period))
            : new Pause(this, callback).Begin(state, dueTime, period);
    }

    private void Note(TimeSpan dueTime)
    {
        if (dueTime == watched)
            Attempts.Enqueue(GetUtcNow());
    }

    private ITimer CreateBase(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime, period);

    // A timeout may be made without a time and be given one afterwards.
    private sealed class Timeout(DrillClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Note(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }

    private sealed class Pause(DrillClock clock, TimerCallback callback) : ITimer
    {
        private ITimer? _timer;
        private int _over;

        public Pause Begin(object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref clock._pauses);
            _timer = clock.CreateBase(Fire, state, dueTime, period);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _timer!.Change(dueTime, period);

        public void Dispose()
        {
            End();
            _timer?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(object? state)
        {
            End();
            callback(state);
        }

        private void End()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
                Interlocked.Decrement(ref clock._pauses);
        }
    }
}
