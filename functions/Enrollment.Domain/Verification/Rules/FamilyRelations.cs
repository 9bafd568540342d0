using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>Who is what to the child, by the form and by the household register.</summary>
internal static class FamilyRelations
{
    internal static bool IsParent(GuardianDetails guardian) => guardian.Relation is GuardianRelation.Father or GuardianRelation.Mother;

    internal static bool IsParent(ApplicationForm form, HouseholdMember member) =>
        form.Guardians.Any(guardian => IsParent(guardian) && guardian.Document.Names(member.IdNo));

    /// <summary>
    /// The child's grandparents in the household: householder and spouse when the child is a grandchild, the householder's parents
    /// when the child is a child. Other relations prove nothing.
    /// </summary>
    internal static IReadOnlyList<HouseholdMember> Grandparents(ChildHousehold household) => household.Child?.Relation switch
    {
        HouseholdRelation.Grandchild => Members(household, HouseholdRelation.Householder, HouseholdRelation.Spouse),
        HouseholdRelation.Child => Members(household, HouseholdRelation.Parent),
        _ => [],
    };

    /// <summary>True when the owner is a parent named in the form.</summary>
    internal static bool IsParent(Evidence evidence, HomeOwner owner) =>
        evidence.Form.Guardians.Any(guardian => IsParent(guardian) && guardian.Document.Names(owner.IdNo));

    /// <summary>True when the owner is a grandparent in the child's household.</summary>
    internal static bool IsGrandparent(Evidence evidence, HomeOwner owner) =>
        Grandparents(evidence.Household).Any(member => string.Equals(member.IdNo, owner.IdNo, StringComparison.OrdinalIgnoreCase));

    internal static bool OwnsAny(Evidence evidence, HomeItem home) =>
        home.Owners.Any(owner => IsParent(evidence, owner) || IsGrandparent(evidence, owner));

    private static List<HouseholdMember> Members(ChildHousehold household, params HouseholdRelation[] relations) =>
        household.Item!.Members.Where(member => relations.Contains(member.Relation)).ToList();
}
