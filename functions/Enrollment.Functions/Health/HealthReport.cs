namespace Enrollment.Functions.Health;

/// <summary>The answer of both probes.</summary>
internal sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Dependencies)
{
    public const string Healthy = "Healthy";
    public const string Unhealthy = "Unhealthy";
    public const string CircuitOpen = "CircuitOpen";
}
