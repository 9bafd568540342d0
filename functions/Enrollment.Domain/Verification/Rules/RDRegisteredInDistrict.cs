namespace Enrollment.Domain.Verification.Rules;

/// <summary>RD: the child's register is in the district, in whatever household: what C3 rests on [S02].</summary>
public static class RDRegisteredInDistrict
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.RD, missing);
        var area = household.Item!.AreaCode;
        return area == evidence.Policy.AreaCode
            ? household.Satisfied(RuleId.RD, FindingReason.RegisteredInDistrict, area)
            : household.NotSatisfied(RuleId.RD, FindingReason.RegisteredElsewhere, area);
    }
}
