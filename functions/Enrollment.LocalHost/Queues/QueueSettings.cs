using Azure.Storage.Queues;

namespace Enrollment.LocalHost.Queues;

internal sealed record QueueSettings
{
    // fixed in the queue extension; host.json cannot change them
    public static readonly TimeSpan Invisibility = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);
    public const int MaxBatchSize = 32;

    private readonly int? _newBatchThreshold;

    public int BatchSize { get; init; } = 16;

    public int NewBatchThreshold
    {
        get => _newBatchThreshold ?? BatchSize / 2 * Environment.ProcessorCount;
        init => _newBatchThreshold = value;
    }

    public int MaxDequeueCount { get; init; } = 5;

    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    public QueueMessageEncoding MessageEncoding { get; init; } = QueueMessageEncoding.Base64;

    public QueueSettings Checked()
    {
        if (BatchSize is < 1 or > MaxBatchSize)
            throw new InvalidOperationException($"host.json: batchSize is {BatchSize}, not within 1-{MaxBatchSize}.");
        if (NewBatchThreshold < 0)
            throw new InvalidOperationException($"host.json: newBatchThreshold is {NewBatchThreshold}, not 0 or more.");
        if (MaxDequeueCount < 1)
            throw new InvalidOperationException($"host.json: maxDequeueCount is {MaxDequeueCount}, not 1 or more.");
        if (MaxPollingInterval < MinPollingInterval)
            throw new InvalidOperationException($"host.json: maxPollingInterval is {MaxPollingInterval}, shorter than 100 ms.");
        return this;
    }
}
