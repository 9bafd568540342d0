namespace Enrollment.DevCluster.Traces;

/// <summary>artifacts/telemetry: what the hosts of the last demo told.</summary>
internal static class TelemetryFolder
{
    public static string Path { get; } = Repository.PathOf("artifacts/telemetry");

    /// <summary>Without what an earlier demo left.</summary>
    public static string Emptied()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        return Directory.CreateDirectory(Path).FullName;
    }
}
