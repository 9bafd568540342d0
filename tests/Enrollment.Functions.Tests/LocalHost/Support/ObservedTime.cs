using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>A clock the test turns, which tells what is being waited for on it.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
            _waits.Add(dueTime);
        return timer;
    }

    /// <summary>Turns the clock on by a wait, once something has begun to wait that long.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await BegunAsync(wait);
        Advance(wait);
    }

    /// <summary>Returns once something has begun to wait that long, and forgets that wait.</summary>
    public Task BegunAsync(TimeSpan wait) => Until.TrueAsync(() => Forget(wait), $"a wait of {wait}");

    private bool Forget(TimeSpan wait)
    {
        lock (_gate)
            return _waits.Remove(wait);
    }
}
