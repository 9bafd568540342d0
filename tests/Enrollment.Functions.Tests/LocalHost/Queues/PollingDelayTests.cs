using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.LocalHost.Queues;

namespace Enrollment.Functions.Tests.LocalHost.Queues;

public sealed class PollingDelayTests
{
    [Fact]
    public void T11_Next_ManyEmptyPolls_GrowsFromATenthOfASecondToTheLongest()
    {
        var delay = new PollingDelay(TimeSpan.FromSeconds(2), new Random(7), new ObservedTime());

        var delays = Enumerable.Range(0, 40).Select(_ => delay.Next()).ToList();

        Assert.Equal(TimeSpan.FromMilliseconds(100), delays[0]);
        Assert.InRange(delays[1].TotalMilliseconds, 180, 220);
        Assert.InRange(delays[2].TotalMilliseconds, 260, 340);
        Assert.Equal(delays.Order(), delays);
        Assert.All(delays[10..], last => Assert.Equal(TimeSpan.FromSeconds(2), last));
    }

    [Fact]
    public void Next_AfterAMessage_StartsOver()
    {
        var delay = new PollingDelay(TimeSpan.FromSeconds(2), new Random(7), new ObservedTime());
        _ = delay.Next();
        _ = delay.Next();

        delay.Reset();

        Assert.Equal(TimeSpan.FromMilliseconds(100), delay.Next());
    }

    [Fact]
    public void Next_TwoSeeds_FallOutOfStep()
    {
        var one = new PollingDelay(TimeSpan.FromMinutes(1), new Random(1), new ObservedTime());
        var two = new PollingDelay(TimeSpan.FromMinutes(1), new Random(2), new ObservedTime());
        _ = (one.Next(), two.Next());

        Assert.NotEqual(one.Next(), two.Next());
    }
}
