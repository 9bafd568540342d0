namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// RG: the applicant is the child's parent or guardian, by civil affairs (民政) or by the relation to the householder [S05][S06][OWN].
/// Either register suffices: civil affairs holds little on children whose parents never parted.
/// </summary>
public static class RGGuardianConfirmed
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var guardianships = evidence.Guardianships;
        if (guardianships.Items.Any(item => evidence.Form.Guardian.Document.Names(item.GuardianIdNo)))
            return guardianships.Satisfied(RuleId.RG, FindingReason.GuardianshipRecorded);
        if (IsParentInHousehold(evidence))
            return evidence.Household.Satisfied(RuleId.RG, FindingReason.ParentInHousehold);
        return guardianships.Missing is { } missing
            ? guardianships.Unknown(RuleId.RG, missing)
            : guardianships.NotSatisfied(RuleId.RG, FindingReason.GuardianIsAnother);
    }

    // A householder's child beside a householder's grandchild may be the aunt: no proof.
    private static bool IsParentInHousehold(Evidence evidence) =>
        evidence.Household is { Item: { } household, Child: { } child } && household.Members.Any(member =>
            evidence.Form.Guardian.Document.Names(member.IdNo) && (child.Relation, member.Relation) is
                (HouseholdRelation.Child, HouseholdRelation.Householder or HouseholdRelation.Spouse) or
                (HouseholdRelation.Householder, HouseholdRelation.Parent));
}
