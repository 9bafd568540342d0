namespace Enrollment.Domain.Verification.Rules;

/// <summary>R9: one live application a child a year, across the district and the municipal schools [S04b].</summary>
public static class R9OneApplication
{
    /// <summary>Judges the rule by the service's own records.</summary>
    public static RuleFinding Judge(Evidence evidence) => evidence.Facts.OtherLiveApplications switch
    {
        null => Finding(RuleResult.Unknown, FindingReason.NotAsked),
        0 => Finding(RuleResult.Satisfied, FindingReason.OnlyApplication),
        { } others => Finding(RuleResult.NotSatisfied, FindingReason.AppliedElsewhere, RuleFinding.Text(others)),
    };

    private static RuleFinding Finding(RuleResult result, FindingReason reason, params string[] arguments) =>
        new(RuleId.R9, result, reason, arguments, Source: null, DataAsOf: null);
}
