using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>
/// What policy and registers make of a claim: a category, a request for papers, or a case for a person. There is no refusal. Closed.
/// </summary>
/// <param name="Findings">The verdict's findings, then those of the other steps of the season that were looked up.</param>
/// <param name="Open">What the claim lacks, in the policy's order; empty where nothing is missing.</param>
public abstract record Decision(IReadOnlyList<RuleFinding> Findings, IReadOnlyList<OpenPoint> Open)
{
    /// <summary>The registers prove this category, the claimed one or one that is no worse.</summary>
    public sealed record Established(CategoryCode Category, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<OpenPoint> Open) : Decision(Findings, Open);

    /// <summary>Papers may prove the claim; a person reads them.</summary>
    /// <param name="Proposed">The best category the registers do prove, if any.</param>
    /// <param name="Papers">All of them at once, by their ids in the policy, each once.</param>
    /// <param name="Findings">As in <see cref="Decision"/>.</param>
    /// <param name="Open">As in <see cref="Decision"/>.</param>
    public sealed record EvidenceNeeded(CategoryCode? Proposed, IReadOnlyList<string> Papers, IReadOnlyList<RuleFinding> Findings,
        IReadOnlyList<OpenPoint> Open) : Decision(Findings, Open);

    /// <summary>A person decides.</summary>
    /// <param name="Proposed">The best category the registers do prove, if any.</param>
    /// <param name="Findings">As in <see cref="Decision"/>.</param>
    /// <param name="Open">As in <see cref="Decision"/>.</param>
    public sealed record PersonDecides(CategoryCode? Proposed, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<OpenPoint> Open) : Decision(Findings, Open);

    /// <summary>Judges every rule of the policy by the answers, then decides.</summary>
    public static Decision Of(Policy policy, ApplicationForm form, IReadOnlyList<AnsweredCheck> checks, ServiceFacts facts) =>
        Of(policy, form.Category, EligibilityRules.JudgeAll(policy, new Evidence(policy, form, checks, facts)));

    /// <summary>Decides by what the rules found.</summary>
    public static Decision Of(Policy policy, CategoryCode claimed, IReadOnlyDictionary<RuleId, RuleFinding> findings)
    {
        var verdict = Verdict.Settle(policy, claimed, findings);
        var shown = verdict.Findings.Union(policy.Rules.Where(rule => rule.JudgedAt is not RuleStage.Category).Select(rule => findings.GetValueOrDefault(rule.Id))
            .OfType<RuleFinding>().Where(finding => finding.Reason is not FindingReason.NotAsked)).ToList();
        var open = OpenPoints.Of(policy, claimed, findings);
        var isBarred = open.Any(point => point.Rule is { } rule && policy.Rule(rule).JudgedAt is RuleStage.Submission);
        return verdict switch
        {
            Verdict.Established established when !isBarred => new Established(established.Category, shown, open),
            Verdict.Established established => new PersonDecides(established.Category, shown, open),
            Verdict.ForAPerson forAPerson when open.Count > 0 && open.All(point => point.Meaning is MissMeaning.Evidence) =>
                new EvidenceNeeded(forAPerson.Proposed, [.. open.SelectMany(point => point.Papers).Distinct(StringComparer.Ordinal)], shown, open),
            Verdict.ForAPerson forAPerson => new PersonDecides(forAPerson.Proposed, shown, open),
            _ => throw new InvalidOperationException("Verdict is closed."),
        };
    }
}

/// <summary>One thing a claim lacks.</summary>
/// <param name="Rule">The rule not satisfied; null where the category itself asks for papers.</param>
/// <param name="Meaning">What follows.</param>
/// <param name="Papers">The papers that may cure it, by their ids in the policy; empty where no paper does.</param>
public sealed record OpenPoint(RuleId? Rule, MissMeaning Meaning, IReadOnlyList<string> Papers)
{
    /// <summary>Its name within one request: the rule's, or <c>Category</c>.</summary>
    public string Id => Rule?.ToString() ?? "Category";
}
