using Azure;
using Enrollment.Functions.Tests.LocalHost.Support;

namespace Enrollment.Functions.Tests.LocalHost.Queues;

public sealed class MessageRenewalTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromSeconds(300);

    [Fact]
    public async Task T1_Renewal_FunctionRunsForTwentyMinutes_KeepsTheMessageHiddenAndDeletesWithTheNewReceipt()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = await RunningAsync(end);

        foreach (var times in Enumerable.Range(1, 4))
        {
            await fixture.Time.PassAsync(HalfLife);
            await Until.TrueAsync(() => fixture.Changes.Count == times, "a renewal");
            Assert.Equal(0, fixture.Queue.VisibleCount);
        }

        end.Release();
        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is deleted");
        Assert.Equal([.. Enumerable.Repeat("work: update m1 hidden 600", 4), "work: delete m1"], fixture.Changes);
        Assert.Single(fixture.Runs);
    }

    [Fact]
    public async Task T1_Renewal_Failing_SpeedsUpToOnceAMinuteUntilItSucceeds()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = await RunningAsync(end);
        fixture.Queue.Failure = static _ => new RequestFailedException(503, "busy");

        foreach (var (seconds, times) in new[] { (300, 1), (150, 2), (75, 3), (60, 4) })
        {
            await fixture.Time.PassAsync(TimeSpan.FromSeconds(seconds));
            await Until.TrueAsync(() => fixture.Changes.Count == times, "a renewal is tried");
        }

        await fixture.Time.BegunAsync(TimeSpan.FromSeconds(60));
        end.Release();
    }

    [Fact]
    public async Task T1_Renewal_AfterASuccess_ReturnsToHalfLife()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = await RunningAsync(end);
        fixture.Queue.Failure = static _ => new RequestFailedException(503, "busy");
        await fixture.Time.PassAsync(HalfLife);
        await fixture.Time.BegunAsync(TimeSpan.FromSeconds(150));
        fixture.Queue.Failure = static _ => null;

        fixture.Time.Advance(TimeSpan.FromSeconds(150));

        await fixture.Time.BegunAsync(HalfLife);
        end.Release();
        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is deleted");
    }

    [Fact]
    public async Task T1_Renewal_MessageTakenByAnother_Stops()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = await RunningAsync(end);
        fixture.Queue.Failure = static _ => new RequestFailedException(404, "gone", "MessageNotFound", innerException: null);

        await fixture.Time.PassAsync(HalfLife);
        await Until.TrueAsync(() => fixture.Changes.Count == 1, "a renewal is tried");
        fixture.Time.Advance(TimeSpan.FromHours(1));

        Assert.Single(fixture.Changes);
        end.Release();
    }

    private static async Task<ListenerFixture> RunningAsync(SemaphoreSlim end)
    {
        var fixture = new ListenerFixture { Function = (_, abandoned) => end.WaitAsync(abandoned) };
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        fixture.Start();
        await Until.TrueAsync(() => fixture.Runs.Count == 1, "the function runs");
        return fixture;
    }
}
