namespace Enrollment.Domain.Verification.Rules;

/// <summary>R2's setting: the notice does not say whether one parent in the child's register is enough.</summary>
public sealed record FamilyRegisterParameters(bool OneParentIsEnough) : RuleParameters;

/// <summary>
/// R2: the child is registered together with the parents, or the paternal or maternal grandparents, in the district [S01].
/// The service area itself is R10's, of a later issue.
/// </summary>
public static class R2FamilyRegister
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence, FamilyRegisterParameters parameters)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.R2, missing);
        var item = household.Item!;
        if (item.AreaCode != evidence.Policy.AreaCode)
            return household.NotSatisfied(RuleId.R2, FindingReason.RegisteredElsewhere, item.AreaCode);
        if (item.Type is HouseholdType.Collective)
            return household.NotSatisfied(RuleId.R2, FindingReason.CollectiveHousehold);
        if (FamilyRelations.Grandparents(household).Count > 0 || HasParents(evidence, parameters.OneParentIsEnough))
            return household.Satisfied(RuleId.R2, FindingReason.RegisteredWithFamily);
        return item.Members.Any(member => evidence.IsGuardian(member.IdNo) && !FamilyRelations.IsParent(evidence.Form, member))
            ? household.Unknown(RuleId.R2, FindingReason.WithLegalGuardian)
            : household.NotSatisfied(RuleId.R2, FindingReason.NotWithFamily);
    }

    private static bool HasParents(Evidence evidence, bool oneIsEnough)
    {
        var members = evidence.Household.Item!.Members;
        var parents = evidence.Form.Guardians.Where(FamilyRelations.IsParent).ToList();
        var registered = parents.Count(parent => members.Any(member => parent.Document.Names(member.IdNo)));
        return registered > 0 && (oneIsEnough || registered == parents.Count);
    }
}
