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
        foreach (var ended in _underWay.Where(task => task.IsCompleted).ToList())
            await RemoveAsync(ended);
        while (_underWay.Count > NewBatchThreshold)
            await RemoveAsync(await Task.WhenAny(_underWay));
    }

    private async Task RemoveAsync(Task ended)
    {
        _underWay.Remove(ended);
        await ended;
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken cancellation)
    {
        await handle(FloorQueue.ApplicationIn(message), cancellation);
        await queue.DeleteAsync(message, cancellation);
    }
}
