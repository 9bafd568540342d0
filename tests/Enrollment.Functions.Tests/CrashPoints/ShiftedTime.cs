namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>The real time and the real timers, ahead by as much as a test says: due times pass at once, retries still run.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _ahead;

    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
