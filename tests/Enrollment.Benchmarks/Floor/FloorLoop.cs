using Azure.Storage.Queues.Models;

namespace Enrollment.Benchmarks.Floor;

/// <summary>Empties one queue with the concurrency the service's host has.</summary>
internal sealed class FloorLoop(FloorQueue queue, Func<string, CancellationToken, Task> handle)
{
    private const int NewBatchThreshold = 16;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly List<Task> _underWay = [];

    /// <summary>Ends only by cancellation, or with the first failure.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var pause = ShortestPause; ;)
        {
            await WaitForRoomAsync();
            var received = await queue.ReceiveAsync(cancellation);
            _underWay.AddRange(received.Select(message => Task.Run(() => WorkAsync(message, cancellation), cancellation)));
            if (received.Count > 0)
            {
                pause = ShortestPause;
                continue;
            }

            await Task.Delay(pause, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task WaitForRoomAsync()
    {
        for (; ; await Task.WhenAny(_underWay))
        {
            if (_underWay.Find(task => task.IsFaulted) is { } failed)
                await failed;
            _underWay.RemoveAll(task => task.IsCompleted);
            if (_underWay.Count <= NewBatchThreshold)
                return;
        }
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken cancellation)
    {
        await handle(FloorQueue.ApplicationIn(message), cancellation);
        await queue.DeleteAsync(message, cancellation);
    }
}
