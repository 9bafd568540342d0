namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// R10: an address lies in one single-school zone, in one multi-school zone, or in one of each [S03]; what is listed twice, a person
/// untangles [OWN].
/// </summary>
public static class R10ServiceArea
{
    /// <summary>Judges the rule by the district's maps.</summary>
    public static RuleFinding Judge(Evidence evidence) => (evidence.Facts.SingleSchoolZones, evidence.Facts.MultiSchoolZones) switch
    {
        (null, _) or (_, null) => Finding(RuleResult.Unknown, FindingReason.NotAsked),
        (0, 0) => Finding(RuleResult.NotSatisfied, FindingReason.OutsideEveryZone),
        ( <= 1, <= 1) => Finding(RuleResult.Satisfied, FindingReason.ZoneFound),
        _ => Finding(RuleResult.Unknown, FindingReason.SeveralZones),
    };

    private static RuleFinding Finding(RuleResult result, FindingReason reason) => new(RuleId.R10, result, reason, [], Source: null, DataAsOf: null);
}
