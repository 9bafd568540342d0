using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>One named family of a table: a claim, the facts, and what is expected of a policy.</summary>
public sealed class PolicyCase
{
    private readonly CaseFamily _family;

    internal PolicyCase(int line, string name, CaseFamily family, CaseOutcome? expected, IReadOnlyList<ExpectedFinding> findings) =>
        (Line, Name, _family, Expected, Findings) = (line, name, family, expected, findings);

    /// <summary>Where it stands in its file, from 1.</summary>
    public int Line { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The category claimed.</summary>
    public CategoryCode Claimed => _family.Form.Category;

    /// <summary>The expected outcome; null in a file of applications.</summary>
    public CaseOutcome? Expected { get; }

    /// <summary>What single rules are expected to find.</summary>
    public IReadOnlyList<ExpectedFinding> Findings { get; }

    /// <summary>What the policy decides.</summary>
    public Decision Decide(Policy policy) => Decide(policy, EligibilityRules.Judge);

    /// <summary>What every rule of the policy finds.</summary>
    internal IReadOnlyDictionary<RuleId, RuleFinding> Judge(Policy policy) => _family.Judge(policy, EligibilityRules.Judge);

    /// <summary>The same with other predicates: a test of the table breaks one at a time.</summary>
    internal Decision Decide(Policy policy, Func<PolicyRule, Evidence, RuleFinding> judge) => _family.Decide(policy, judge);
}

/// <summary>A finding expected of one rule.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Result">Its answer.</param>
/// <param name="Reason">Its reason, where the case names one.</param>
public sealed record ExpectedFinding(RuleId Rule, RuleResult Result, FindingReason? Reason);
