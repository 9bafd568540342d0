using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.LocalHost;

/// <summary>Settings <c>LocalHost__*</c>, of LocalHost only: what host.json has no word for.</summary>
internal sealed record LocalHostOptions
{
    public const string Section = "LocalHost";

    /// <summary>How long a stopping host waits for what is in flight before it abandons it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Seed of the jitter between polls of an empty queue; hosts that share queues should not share it.</summary>
    [Setting(DefaultText = "the process id")]
    public int BackOffSeed { get; init; } = Environment.ProcessId;
}
