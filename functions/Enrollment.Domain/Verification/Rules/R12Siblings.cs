using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// R12: brothers and sisters, born together or not, may be placed together on request [S08][S09]. It rests on the household register, and on
/// who applies this year, so that no family is forgotten (Tallinn, S33).
/// </summary>
public static class R12Siblings
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.R12, missing);
        var siblings = household.Item!.Members.Where(member => member != household.Child && member.Relation == household.Child!.Relation
            && member.Relation is HouseholdRelation.Child or HouseholdRelation.Grandchild).ToList();
        if (siblings.Count == 0)
            return household.NotSatisfied(RuleId.R12, FindingReason.NoSiblingRegistered);
        if (household.Child!.Relation is HouseholdRelation.Grandchild)
            return household.Unknown(RuleId.R12, FindingReason.SiblingOrCousin);
        if (siblings.Any(sibling => BornOn(sibling.IdNo) == evidence.Form.Child.BirthDate))
            return household.Satisfied(RuleId.R12, FindingReason.MultipleBirth);
        return evidence.Facts.SiblingApplications switch
        {
            null => household.Unknown(RuleId.R12, FindingReason.NotAsked),
            0 => household.NotSatisfied(RuleId.R12, FindingReason.SiblingDoesNotApply),
            _ => household.Satisfied(RuleId.R12, FindingReason.SiblingApplies),
        };
    }

    private static DateOnly? BornOn(string idNo) => CitizenIdentityNumber.TryParse(idNo, out var number) is null ? number!.BirthDate : null;
}
