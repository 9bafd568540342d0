namespace Enrollment.LocalHost;

/// <summary>Configuration section LocalHost: what host.json has no word for.</summary>
internal sealed record LocalHostOptions
{
    /// <summary>How long a stopping host waits for what is in flight before it abandons it.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Seed of the polling back-off. Hosts that share queues should not share it, hence the process id.</summary>
    public int BackOffSeed { get; init; } = Environment.ProcessId;
}
