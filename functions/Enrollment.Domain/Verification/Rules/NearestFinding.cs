namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// Of several records' findings on one rule, the one that counts: a satisfied one, else an open one, else the nearest miss
/// (<see cref="FindingReason"/> lists a rule's misses from far to near). The order of the records never matters.
/// </summary>
internal static class NearestFinding
{
    internal static RuleFinding Of(IEnumerable<RuleFinding> findings) => findings
        .OrderBy(finding => finding.Result switch { RuleResult.Satisfied => 0, RuleResult.Unknown => 1, _ => 2 })
        .ThenByDescending(finding => finding.Reason)
        .ThenBy(finding => string.Join('|', finding.Arguments), StringComparer.Ordinal)
        .First();
}
