namespace Enrollment.Benchmarks.Measuring;

/// <summary>
/// Lets a limited number of applications be under way, because Azurite's every queue operation takes the longer the more messages lie
/// in all queues together: unbounded, the figures would show how far the parents got ahead and not what an application costs.
/// Progress is seen from the counts alone, at no cost to Azurite.
/// </summary>
internal sealed class Backlog(IPipeline pipeline, int unsettledAtMost) : IDisposable
{
    // one message of the plan, four of the checks
    private const int MessagesEach = 5;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly SemaphoreSlim _room = new(unsettledAtMost);

    /// <summary>Waits until one more may be submitted.</summary>
    public Task EnterAsync(CancellationToken cancellation) => _room.WaitAsync(cancellation);

    /// <summary>Makes room as applications end, and returns when this many have.</summary>
    public async Task DrainAsync(StorageCounts before, int applications, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        for (var (ended, progressAt) = (0, clock.GetTimestamp()); ended < applications;)
        {
            await Task.Delay(LookEvery, cancellation);
            var now = (int)((await pipeline.CountsAsync(cancellation)).Since(before)[StorageCounts.MessageDelete] / MessagesEach);
            if (now > ended)
            {
                _room.Release(now - ended);
                (ended, progressAt) = (now, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(progressAt) > Patience)
            {
                throw new BenchmarkFailedException($"No application ended in {Patience.TotalSeconds:0} s; {ended} of {applications} had before.");
            }
        }
    }

    public void Dispose() => _room.Dispose();
}
