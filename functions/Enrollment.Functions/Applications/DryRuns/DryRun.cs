using Enrollment.Functions.Applications.Submitting;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>A form tried out: what was asked is known by its number, and by it alone.</summary>
internal sealed record DryRun(ApplicationId Id, ApplicationRequest Form, string PolicyId, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt)
{
    public override string ToString() => $"DryRun {{ {Id} }}";
}
