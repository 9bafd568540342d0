using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>A policy run over a table of cases.</summary>
/// <param name="Results">Each case, in the table's order.</param>
/// <param name="Coverage">What of the policy the table reaches.</param>
public sealed record PolicyTest(IReadOnlyList<CaseResult> Results, PolicyCoverage Coverage)
{
    /// <summary>True when every case came out as expected and nothing of the policy is left out.</summary>
    public bool Passes => Results.All(result => result.Passes) && Coverage.Uncovered.Count == 0;

    /// <summary>Runs every case.</summary>
    public static PolicyTest Run(Policy policy, IReadOnlyList<PolicyCase> cases) => Run(policy, cases, EligibilityRules.Judge);

    /// <summary>Runs every case with other predicates: whoever breaks one learns whether the table notices.</summary>
    public static PolicyTest Run(Policy policy, IReadOnlyList<PolicyCase> cases, Func<PolicyRule, Evidence, RuleFinding> judge)
    {
        var results = cases.Select(one => Run(policy, one, judge)).ToList();
        return new PolicyTest(results, PolicyCoverage.Of(policy, results));
    }

    private static CaseResult Run(Policy policy, PolicyCase one, Func<PolicyRule, Evidence, RuleFinding> judge)
    {
        var decision = one.Decide(policy, judge);
        var outcome = CaseOutcome.Of(decision, policy);
        var failures = new List<string>();
        if (one.Expected is { } expected && !expected.IsMetBy(outcome))
            failures.Add($"expected {expected}, not {outcome}");
        foreach (var finding in one.Findings)
        {
            var actual = decision.Findings.FirstOrDefault(other => other.Rule == finding.Rule);
            if (actual is null || actual.Result != finding.Result || (finding.Reason is { } reason && actual.Reason != reason))
                failures.Add($"expected {finding.Rule} {finding.Result}{(finding.Reason is null ? "" : $" {finding.Reason}")}, not {actual?.Result} {actual?.Reason}".TrimEnd());
        }
        return new CaseResult(one, decision, outcome, failures);
    }
}

/// <summary>What came of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Decision">What the policy decided.</param>
/// <param name="Outcome">The same in a word.</param>
/// <param name="Failures">Where that is not what was expected; empty when it is.</param>
public sealed record CaseResult(PolicyCase Case, Decision Decision, CaseOutcome Outcome, IReadOnlyList<string> Failures)
{
    /// <summary>True when all came out as expected.</summary>
    public bool Passes => Failures.Count == 0;
}
