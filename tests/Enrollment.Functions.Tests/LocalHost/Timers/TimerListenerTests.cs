using Enrollment.Functions.Tests.LocalHost.Support;

namespace Enrollment.Functions.Tests.LocalHost.Timers;

public sealed class TimerListenerTests
{
    // the clock starts at 08:00:00; the lock is held for 60 s, renewed every 30 s and asked for every 60 s
    private const string EveryTwentySeconds = "10,30,50 * * * * *";
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ObservedTime _time = new();
    private readonly FakeLock _lock;

    public TimerListenerTests() => _lock = new FakeLock(_time);

    [Fact]
    public async Task T14_TwoHosts_OneFiresOncePerOccurrence()
    {
        await using var one = await HolderAsync(EveryTwentySeconds);
        await using var two = new TimerFixture(_time, _lock, EveryTwentySeconds);
        await _time.BegunAsync(Minute);

        await FireAsync(one, Ten, 1);
        await FireAsync(one, 2 * Ten, 2);
        await FireAsync(one, 2 * Ten, 3);

        Assert.Equal([10, 30, 50], one.Fires.Select(fire => fire.Second));
        Assert.Empty(two.Fires);
    }

    [Fact]
    public async Task T14_HolderCutOff_StopsFiringAndAnotherTakesOver()
    {
        await using var one = await HolderAsync("0 * * * * *");
        await using var two = new TimerFixture(_time, _lock, "0 * * * * *");
        // one's wait for its occurrence and the other's before it asks for the lock again
        await _time.BegunAsync(Minute);
        await _time.BegunAsync(Minute);
        one.Container.Cut = true;

        _time.Advance(TimeSpan.FromSeconds(30));
        foreach (var retry in new[] { 15, 7.5, 3.75, 1.875, 1 })
            await _time.PassAsync(TimeSpan.FromSeconds(retry));
        _time.Advance(Minute - (_time.GetUtcNow() - Start));

        await _time.PassAsync(TimeSpan.FromSeconds(30));
        await _time.PassAsync(TimeSpan.FromSeconds(30));
        await Until.TrueAsync(() => two.Fires.Count == 1, "the other fires");
        Assert.Equal([Start + (2 * Minute)], two.Fires);
        Assert.Empty(one.Fires);
    }

    [Fact]
    public async Task T14_Lease_IsRenewedWhileTheHostLives()
    {
        await using var one = await HolderAsync("0 0 12 * * *");
        await using var two = new TimerFixture(_time, _lock, "0 0 12 * * *");

        foreach (var _ in Enumerable.Range(0, 20))
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await _time.BegunAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Same(one.Container, _lock.Holder);
    }

    [Fact]
    public async Task T14_Drain_ReleasesTheLease()
    {
        await using var one = await HolderAsync(EveryTwentySeconds);

        await one.DrainAsync();

        Assert.Null(_lock.Holder);
    }

    [Fact]
    public async Task Drain_InvocationUnderWay_EndsItBeforeTheLeaseIsReleased()
    {
        using var end = new SemaphoreSlim(0);
        await using var one = await HolderAsync(EveryTwentySeconds);
        one.Function = cancellation => end.WaitAsync(cancellation);
        await FireAsync(one, Ten, 1);

        var drain = one.DrainAsync();

        Assert.False(drain.IsCompleted);
        Assert.Same(one.Container, _lock.Holder);
        end.Release();
        await drain;
        Assert.Null(_lock.Holder);
    }

    [Fact]
    public async Task Timer_StillRunningAtTheNextOccurrences_NeverOverlapsAndCatchesUpOnce()
    {
        using var end = new SemaphoreSlim(0);
        await using var one = await HolderAsync(EveryTwentySeconds);
        one.Function = cancellation => end.WaitAsync(cancellation);
        await FireAsync(one, Ten, 1);

        _time.Advance(2 * Ten);
        await _time.PassAsync(3 * Ten);
        await _time.BegunAsync(3 * Ten);
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Single(one.Fires);
        end.Release(10);
        await Until.TrueAsync(() => one.Fires.Count == 2, "it catches up");

        await FireAsync(one, TimeSpan.FromSeconds(15), 3);
        Assert.Equal([10, 75, 90], one.Fires.Select(fire => (int)(fire - Start).TotalSeconds));
    }

    [Fact]
    public async Task RunOnStartup_HolderStarts_FiresAtOnce()
    {
        await using var one = new TimerFixture(_time, _lock, "0 0 12 * * *", runOnStartup: true);

        await Until.TrueAsync(() => one.Fires.Count == 1, "it fires");

        Assert.Equal(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), one.Info?.ScheduleStatus?.Next);
    }

    private static DateTimeOffset Start => new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);

    private async Task<TimerFixture> HolderAsync(string schedule)
    {
        var holder = new TimerFixture(_time, _lock, schedule);
        await _time.BegunAsync(TimeSpan.FromSeconds(30));
        return holder;
    }

    private async Task FireAsync(TimerFixture timer, TimeSpan wait, int fires)
    {
        await _time.PassAsync(wait);
        await Until.TrueAsync(() => timer.Fires.Count == fires, "the timer fires");
    }
}
