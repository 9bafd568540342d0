namespace Enrollment.LocalHost.Queues;

/// <summary>Waits longer after every empty poll, by chance, so that hosts which share a queue fall out of step.</summary>
internal sealed class PollingDelay(TimeSpan longest, Random chance, TimeProvider time)
{
    private const double Jitter = 0.2;

    private int _emptyPolls;

    public void Reset() => _emptyPolls = 0;

    public Task WaitAsync(CancellationToken cancellation) => Task.Delay(Next(), time, cancellation);

    public TimeSpan Next()
    {
        var shortest = QueueSettings.MinPollingInterval;
        var steps = _emptyPolls++ == 0 ? 0 : Math.Pow(2, Math.Min(_emptyPolls - 2, 30));
        var spread = 1 - Jitter + (2 * Jitter * chance.NextDouble());
        var delay = shortest + (shortest * steps * spread);
        return delay < longest ? delay : longest;
    }
}
