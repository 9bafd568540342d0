using Azure;
using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.LocalHost.Queues;

namespace Enrollment.Functions.Tests.LocalHost.Queues;

public sealed class QueueListenerTests
{
    [Fact]
    public async Task T1_Receive_AnyMessage_IsHiddenForTenMinutes()
    {
        await using var fixture = new ListenerFixture { Settings = new QueueSettings { BatchSize = 8 } };
        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Operations.Contains("work: receive 8 hidden 600", StringComparer.Ordinal), "a receive");
    }

    [Fact]
    public async Task T8_Poll_MoreInFlightThanThreshold_WaitsUntilThresholdIsReached()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = new ListenerFixture
        {
            Settings = new QueueSettings { BatchSize = 4, NewBatchThreshold = 2 },
            Function = (_, abandoned) => end.WaitAsync(abandoned),
        };
        foreach (var number in Enumerable.Range(0, 12))
            fixture.Queue.Add(ListenerFixture.Encoded($"{number}"));
        fixture.Start();

        await Until.TrueAsync(() => fixture.Runs.Count == 4, "the first batch runs");
        Assert.Equal(1, Receives(fixture));
        end.Release();
        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 11, "one of four is done");
        Assert.Equal(1, Receives(fixture));
        end.Release();

        await Until.TrueAsync(() => fixture.Runs.Count == 8, "the second batch runs beside the two left over");
        Assert.Equal(2, Receives(fixture));
    }

    [Fact]
    public async Task T9_Abandon_FunctionRunning_ReleasesNothingAndTheMessageReturnsWithItsInvisibility()
    {
        await using var fixture = new ListenerFixture { Function = static (_, abandoned) => Task.Delay(Timeout.Infinite, abandoned) };
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        var listener = fixture.Start();
        await Until.TrueAsync(() => fixture.Runs.Count == 1, "the function runs");

        await listener.AbandonAsync();
        await listener.DrainAsync();

        fixture.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(0, fixture.Queue.VisibleCount);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fixture.Queue.VisibleCount);
        Assert.Empty(fixture.Changes);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task T11_Poll_Refused_BacksOffAndAsksAgainWhetherTheQueueExists(int status)
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Failure = operation => operation.StartsWith("receive", StringComparison.Ordinal)
            ? new RequestFailedException(status, "refused")
            : null;
        fixture.Start();

        await fixture.Time.BegunAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(["work: exists", "work: receive 16 hidden 600"], fixture.Queue.Operations);
        fixture.Queue.Failure = static _ => null;
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        fixture.Time.Advance(TimeSpan.FromMilliseconds(100));

        await Until.TrueAsync(() => fixture.Runs.Count == 1, "it recovers");
        Assert.Equal("work: exists", fixture.Queue.Operations[2]);
    }

    [Fact]
    public async Task T11_Poll_QueueNotThereYet_ReceivesOnceItIs()
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Existing = false;
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        fixture.Start();
        await fixture.Time.BegunAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(["work: exists"], fixture.Queue.Operations);

        fixture.Queue.Existing = true;

        await fixture.PollUntilAsync(() => fixture.Runs.Count == 1, "the function ran");
    }

    [Fact]
    public async Task Poll_MessagesKeepComing_NeverWaits()
    {
        await using var fixture = new ListenerFixture { Settings = new QueueSettings { BatchSize = 1, NewBatchThreshold = 100 } };
        foreach (var number in Enumerable.Range(0, 50))
            fixture.Queue.Add(ListenerFixture.Encoded($"{number}"));

        fixture.Start();

        // the clock stands still, so a single wait between polls would end it
        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "all are done");
        Assert.Equal(50, fixture.Runs.Count);
    }

    [Fact]
    public async Task Drain_PollUnderWay_RunsWhatItReceives()
    {
        using var answer = new SemaphoreSlim(0);
        await using var fixture = new ListenerFixture();
        fixture.Queue.ReceiveAnswers = cancellation => answer.WaitAsync(cancellation);
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        var listener = fixture.Start();
        await Until.TrueAsync(() => Receives(fixture) == 1, "the message is hidden");

        var drain = listener.DrainAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => drain.WaitAsync(TimeSpan.FromMilliseconds(300)));
        answer.Release();
        await drain;

        Assert.Equal(["a"], fixture.Runs);
        Assert.Empty(fixture.Queue.Texts);
    }

    [Fact]
    public async Task Drain_FunctionRunning_EndsItFirst()
    {
        using var end = new SemaphoreSlim(0);
        await using var fixture = new ListenerFixture { Function = (_, abandoned) => end.WaitAsync(abandoned) };
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        var listener = fixture.Start();
        await Until.TrueAsync(() => fixture.Runs.Count == 1, "the function runs");

        var drain = listener.DrainAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => drain.WaitAsync(TimeSpan.FromMilliseconds(300)));
        end.Release();
        await drain;

        Assert.Empty(fixture.Queue.Texts);
    }

    private static int Receives(ListenerFixture fixture) =>
        fixture.Queue.Operations.Count(operation => operation.Contains("receive", StringComparison.Ordinal));
}
