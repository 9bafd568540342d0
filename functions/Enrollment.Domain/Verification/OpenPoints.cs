using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>What a claim lacks, by the policy.</summary>
internal static class OpenPoints
{
    internal static IReadOnlyList<OpenPoint> Of(Policy policy, CategoryCode claimed, IReadOnlyDictionary<RuleId, RuleFinding> findings)
    {
        var claim = policy.Category(claimed);
        var points = policy.Rules.Select(rule => OfRule(claim, rule, findings.GetValueOrDefault(rule.Id))).OfType<OpenPoint>();
        return claim.Papers.Count == 0 ? [.. points] : [.. points, new OpenPoint(Rule: null, MissMeaning.Evidence, claim.Papers)];
    }

    private static OpenPoint? OfRule(PolicyCategory claim, PolicyRule rule, RuleFinding? finding)
    {
        var isRequired = claim.Requires.Contains(rule.Id);
        // Nobody is asked before an application is taken, so there only what speaks against it counts.
        var isBarred = rule.JudgedAt is RuleStage.Submission && finding is { Result: RuleResult.NotSatisfied };
        if (!isRequired && !isBarred)
            return null;
        if (finding is null)
            return new OpenPoint(rule.Id, MissMeaning.Person, []);
        if (rule.Miss.MeaningOf(finding.Result) is not { } meaning)
            return null;
        // No family brings papers because an office did not answer.
        var isOffice = finding.Reason is FindingReason.NotAnswered or FindingReason.SourceUnavailable or FindingReason.AnswerExpired or FindingReason.LeftToAPerson;
        return isOffice
            ? new OpenPoint(rule.Id, MissMeaning.Person, [])
            : new OpenPoint(rule.Id, meaning, meaning is MissMeaning.Evidence ? rule.Miss.Papers : []);
    }
}
