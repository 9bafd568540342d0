using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Departments;

/// <summary>
/// A clock on which pauses pass at once and are noted, while the named timeouts only pass when a test advances it:
/// calls go over a real network and must not time out because a pause was skipped.
/// </summary>
internal sealed class PauseSkippingClock(DateTimeOffset start, params TimeSpan[] timeouts) : FakeTimeProvider(start)
{
    private readonly List<TimeSpan> _pauses = [];

    public IReadOnlyList<TimeSpan> Pauses => _pauses;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !timeouts.Contains(dueTime))
        {
            _pauses.Add(dueTime);
            Advance(dueTime);
        }

        return timer;
    }
}
