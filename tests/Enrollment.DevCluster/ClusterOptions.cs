namespace Enrollment.DevCluster;

/// <summary>What a cluster starts.</summary>
public sealed record ClusterOptions
{
    /// <summary>How many function hosts share the storage account; 0 when the test hosts the functions itself.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>The folder with departments/*.jsonl; null starts no simulator.</summary>
    public string? SeedFolder { get; init; }

    /// <summary>Settings added to the usual ones, by environment variable name.</summary>
    public IReadOnlyDictionary<string, string> HostSettings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where each host writes its traces, metrics and logs, a file each; null: nowhere.</summary>
    public string? TelemetryFolder { get; init; }

    /// <summary>Told what is being started; by default standard error, and only of a first installation.</summary>
    public Action<string>? Report { get; init; }
}
