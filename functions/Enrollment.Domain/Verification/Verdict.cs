using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>
/// Which category a child belongs to, as far as registers can say. It refuses nobody: it settles a case in the child's favor or
/// hands it to a person (DOMAIN.md 1.8). Closed.
/// </summary>
/// <param name="Findings">The rules of the claimed category and of the one established or proposed, in the policy's order, each once.</param>
public abstract record Verdict(IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>The registers prove this category, which is the claimed one or a better one.</summary>
    public sealed record Established(CategoryCode Category, IReadOnlyList<RuleFinding> Findings) : Verdict(Findings);

    /// <summary>The registers do not prove the claimed category; a person decides.</summary>
    /// <param name="Proposed">The best category they do prove, if any.</param>
    /// <param name="Findings">As in <see cref="Verdict"/>.</param>
    public sealed record ForAPerson(CategoryCode? Proposed, IReadOnlyList<RuleFinding> Findings) : Verdict(Findings);

    /// <summary>Judges every rule of the policy by the answers, then settles.</summary>
    public static Verdict Decide(Policy policy, ApplicationForm form, IReadOnlyList<AnsweredCheck> checks) =>
        Settle(policy, form.Category, EligibilityRules.JudgeAll(policy, new Evidence(policy, form, checks)));

    /// <summary>Draws the verdict from what the rules found; rules without a finding are not satisfied.</summary>
    public static Verdict Settle(Policy policy, CategoryCode claimed, IReadOnlyDictionary<RuleId, RuleFinding> findings)
    {
        var claim = policy.Category(claimed);
        var best = BestProved(policy, claim, findings);
        var shown = Shown(claim, best, findings);
        if (best is null)
            return new ForAPerson(Proposed: null, shown);
        return Serves(claim, best) && !MayBeBetter(policy, claim, best, findings)
            ? new Established(best.Name, shown)
            : new ForAPerson(best.Name, shown);
    }

    // The lowest group first; among equals the claimed category, then the policy's order.
    private static PolicyCategory? BestProved(Policy policy, PolicyCategory claim, IReadOnlyDictionary<RuleId, RuleFinding> findings) => policy.Categories
        .Where(category => category.IsOpenTo(claim.Name) && category.Requires.All(rule => findings.GetValueOrDefault(rule)?.Result is RuleResult.Satisfied))
        .OrderBy(category => category.Kind is CategoryKind.OnRequest ? 0 : 1).ThenBy(category => category.Group).ThenBy(category => category.Name == claim.Name ? 0 : 1)
        .FirstOrDefault();

    // What is claimed on request is a wish of its own (a certificate, a deferral): another category does not answer it.
    private static bool Serves(PolicyCategory claim, PolicyCategory best) =>
        claim.Kind is CategoryKind.OnRequest ? best == claim : best.Group <= claim.Group;

    // A register that is down must not cost the child a category: what it would have said may still prove a better one.
    private static bool MayBeBetter(Policy policy, PolicyCategory claim, PolicyCategory best, IReadOnlyDictionary<RuleId, RuleFinding> findings) =>
        claim.Kind is not CategoryKind.OnRequest && policy.Categories.Any(category => category.IsOpenTo(claim.Name) && category.Group < best.Group && category.Requires.All(rule =>
            findings.GetValueOrDefault(rule) is { Result: RuleResult.Satisfied } or { Reason: FindingReason.SourceUnavailable }));

    private static List<RuleFinding> Shown(PolicyCategory claimed, PolicyCategory? best, IReadOnlyDictionary<RuleId, RuleFinding> findings) =>
        claimed.Requires.Union(best?.Requires ?? []).Where(findings.ContainsKey).Select(rule => findings[rule]).ToList();
}
