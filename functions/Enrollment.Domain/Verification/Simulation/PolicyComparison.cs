using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>Two policies over the same applications: what would change, for whom, and why.</summary>
/// <param name="Applications">How many were compared.</param>
/// <param name="Changes">The applications that come out otherwise, in the file's order.</param>
public sealed record PolicyComparison(int Applications, IReadOnlyList<ChangedApplication> Changes)
{
    /// <summary>Decides every application by both.</summary>
    public static PolicyComparison Of(Policy before, Policy after, IReadOnlyList<PolicyCase> applications) =>
        new(applications.Count, [.. applications.Select(one => Compare(before, after, one)).OfType<ChangedApplication>()]);

    private static ChangedApplication? Compare(Policy before, Policy after, PolicyCase application)
    {
        var (old, now) = (application.Decide(before), application.Decide(after));
        var (was, becomes) = (CaseOutcome.Of(old, before), CaseOutcome.Of(now, after));
        return was.IsMetBy(becomes) ? null : new ChangedApplication(application, was, becomes, Why(old, now));
    }

    private static List<ChangedFinding> Why(Decision old, Decision now) => old.Findings.Select(finding => finding.Rule)
        .Union(now.Findings.Select(finding => finding.Rule))
        .Select(rule => new ChangedFinding(rule, old.Findings.FirstOrDefault(finding => finding.Rule == rule), now.Findings.FirstOrDefault(finding => finding.Rule == rule)))
        .Where(change => change.Before?.Result != change.After?.Result || change.Before?.Reason != change.After?.Reason)
        .ToList();
}

/// <summary>An application that comes out otherwise.</summary>
/// <param name="Application">Which.</param>
/// <param name="Before">By the one policy.</param>
/// <param name="After">By the other.</param>
/// <param name="Why">The rules that found otherwise; empty where the categories' definitions alone differ.</param>
public sealed record ChangedApplication(PolicyCase Application, CaseOutcome Before, CaseOutcome After, IReadOnlyList<ChangedFinding> Why);

/// <summary>A rule that found otherwise; null where a policy does not try it.</summary>
public sealed record ChangedFinding(RuleId Rule, RuleFinding? Before, RuleFinding? After);
