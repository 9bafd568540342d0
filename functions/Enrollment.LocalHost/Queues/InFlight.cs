namespace Enrollment.LocalHost.Queues;

/// <summary>The deliveries that have not ended yet.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public void Start(Func<Task> delivery)
    {
        var task = Task.Run(delivery);
        lock (_gate)
            _running.Add(task);
        _ = RemoveAsync(task);
    }

    public async Task WhenAtMostAsync(int count, CancellationToken cancellation)
    {
        while (Running() is var tasks && tasks.Length > count)
            await Task.WhenAny(tasks).WaitAsync(cancellation);
    }

    private Task[] Running()
    {
        lock (_gate)
            return [.. _running.Where(task => !task.IsCompleted)];
    }

    private async Task RemoveAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _running.Remove(task);
    }
}
