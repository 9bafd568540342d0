namespace Enrollment.Domain.Verification.Rules;

/// <summary>RK: the child is registered in a collective household (集体户) of the district: what C4 rests on [S18][S26].</summary>
public static class RKCollectiveHousehold
{
    /// <summary>Judges the rule; the district itself is RD's.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.RK, missing);
        return household.Item!.Type is HouseholdType.Collective
            ? household.Satisfied(RuleId.RK, FindingReason.InCollectiveHousehold)
            : household.NotSatisfied(RuleId.RK, FindingReason.InFamilyHousehold);
    }
}
