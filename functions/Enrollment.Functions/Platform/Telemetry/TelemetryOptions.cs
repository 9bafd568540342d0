namespace Enrollment.Functions.Platform.Telemetry;

/// <summary>Settings <c>Telemetry__*</c>: where traces, metrics and logs go besides a collector, which the standard <c>OTEL_*</c> settings name.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Traces, metrics and logs as lines of OTLP JSON, for a developer's machine; it grows without bound.</summary>
    public string? File { get; init; }
}
