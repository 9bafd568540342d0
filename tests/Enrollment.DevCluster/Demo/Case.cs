namespace Enrollment.DevCluster.Demo;

/// <summary>A family's application on its way through the service.</summary>
/// <param name="family">Whose it is.</param>
/// <param name="isPatient">Whether an end other than the expected one may pass: of an office that is down, or of a host that was killed.</param>
internal sealed class Case(DemoFamily family, bool isPatient = false)
{
    public DemoFamily Family { get; } = family;

    public string? ApplicationId { get; set; }

    /// <summary>What the service answered when it took no application.</summary>
    public string? Refusal { get; set; }

    /// <summary>As last read from the service.</summary>
    public Ending? Seen { get; set; }

    /// <summary>Nothing more will come, or nothing came at all.</summary>
    public bool IsSettled => Refusal is not null || (Seen is { IsFinal: true } && (EndsAsExpected || !isPatient));

    /// <summary>The service's own times; null while something is outstanding.</summary>
    public Duration? Took { get; set; }

    /// <summary>The service's reasons: each rule that does not hold, and the fact it saw.</summary>
    public IReadOnlyList<string> Reasons { get; set; } = [];

    public string Got => Refusal ?? Seen?.ToString() ?? "no answer";

    public bool EndsAsExpected => Refusal is null && Family.Truth == Seen;
}

/// <summary>From the parent's submission to the last change.</summary>
internal sealed record Duration(DateTimeOffset SubmittedAt, DateTimeOffset SettledAt)
{
    public TimeSpan Length => SettledAt - SubmittedAt;
}
