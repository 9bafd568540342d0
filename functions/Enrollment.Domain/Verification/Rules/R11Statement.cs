namespace Enrollment.Domain.Verification.Rules;

/// <summary>R11: the applicant states that all papers are honest. False papers void an application, never the child's schooling [GK].</summary>
public static class R11Statement
{
    /// <summary>Judges the rule by the form.</summary>
    public static RuleFinding Judge(Evidence evidence) => evidence.Facts.StatementAccepted switch
    {
        null => Finding(RuleResult.Unknown, FindingReason.NotAsked),
        true => Finding(RuleResult.Satisfied, FindingReason.StatementGiven),
        false => Finding(RuleResult.NotSatisfied, FindingReason.StatementMissing),
    };

    private static RuleFinding Finding(RuleResult result, FindingReason reason) => new(RuleId.R11, result, reason, [], Source: null, DataAsOf: null);
}
