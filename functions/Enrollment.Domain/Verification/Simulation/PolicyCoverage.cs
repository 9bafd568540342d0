using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>What of a policy a table reaches.</summary>
/// <param name="Rules">Each rule of the policy, and in how many cases it was tried and found what.</param>
/// <param name="Categories">Each category, and what became of the cases that claim it.</param>
/// <param name="Uncovered">What the table never shows, in words.</param>
public sealed record PolicyCoverage(IReadOnlyList<RuleCoverage> Rules, IReadOnlyList<CategoryCoverage> Categories, IReadOnlyList<string> Uncovered)
{
    internal static PolicyCoverage Of(Policy policy, IReadOnlyList<CaseResult> results)
    {
        var findings = results.SelectMany(result => result.Decision.Findings).ToLookup(finding => (finding.Rule, finding.Result));
        var rules = policy.Rules.Select(rule => new RuleCoverage(rule.Id, findings[(rule.Id, RuleResult.Satisfied)].Count(),
            findings[(rule.Id, RuleResult.NotSatisfied)].Count(), findings[(rule.Id, RuleResult.Unknown)].Count())).ToList();
        var outcomes = results.ToLookup(result => (result.Case.Claimed, result.Outcome.Kind));
        var categories = policy.Categories.Select(category => new CategoryCoverage(category.Code, outcomes[(category.Name, OutcomeKind.Established)].Count(),
            outcomes[(category.Name, OutcomeKind.Evidence)].Count(), outcomes[(category.Name, OutcomeKind.Person)].Count())).ToList();
        return new PolicyCoverage(rules, categories, [.. rules.SelectMany(Missing), .. policy.Categories.Zip(categories).SelectMany(pair => Missing(pair.First, pair.Second))]);
    }

    private static IEnumerable<string> Missing(RuleCoverage rule)
    {
        if (rule.Satisfied == 0)
            yield return $"{rule.Rule} is never satisfied";
        if (rule.NotSatisfied == 0)
            yield return $"{rule.Rule} is never not satisfied";
    }

    private static IEnumerable<string> Missing(PolicyCategory category, CategoryCoverage coverage)
    {
        if (category.IsProvable && coverage.Established == 0)
            yield return $"{category.Code} is claimed and never established";
        if (coverage.Evidence + coverage.Person == 0)
            yield return $"{category.Code} is claimed and never left to papers or a person";
    }
}

/// <summary>In how many cases a rule was tried and found what.</summary>
public sealed record RuleCoverage(RuleId Rule, int Satisfied, int NotSatisfied, int Unknown);

/// <summary>What became of the cases that claim a category.</summary>
public sealed record CategoryCoverage(string Code, int Established, int Evidence, int Person);
