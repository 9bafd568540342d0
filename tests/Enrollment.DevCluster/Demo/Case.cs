namespace Enrollment.DevCluster.Demo;

/// <summary>A family's application on its way through the service.</summary>
internal sealed class Case(DemoFamily family)
{
    public DemoFamily Family { get; } = family;

    public string? ApplicationId { get; set; }

    /// <summary>What the service answered when it took no application.</summary>
    public string? Refusal { get; set; }

    /// <summary>As last read from the service.</summary>
    public Ending? Seen { get; set; }

    /// <summary>Since the first family applied; null while something is outstanding.</summary>
    public TimeSpan? SettledAfter { get; set; }

    public string Got => Refusal ?? Seen?.ToString() ?? "no answer";

    public bool EndsAsExpected => Refusal is null && Family.Truth == Seen;
}
