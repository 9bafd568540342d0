namespace Enrollment.Domain.Verification.Rules;

/// <summary>RS's list: the areas whose registered residents cannot get a residence permit here.</summary>
public sealed record SisterDistrictParameters(IReadOnlyList<string> AreaCodes) : RuleParameters;

/// <summary>
/// RS: the child is registered in one of the five districts (五区: Licheng, Fengze, Luojiang, Quangang, the Taiwanese Zone), whose
/// residents cannot get a permit: what C8 rests on [S07].
/// </summary>
public static class RSRegisteredInSisterDistrict
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence, SisterDistrictParameters parameters)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.RS, missing);
        var area = household.Item!.AreaCode;
        return parameters.AreaCodes.Contains(area, StringComparer.Ordinal)
            ? household.Satisfied(RuleId.RS, FindingReason.RegisteredInSisterDistrict, area)
            : household.NotSatisfied(RuleId.RS, FindingReason.RegisteredElsewhere, area);
    }
}
