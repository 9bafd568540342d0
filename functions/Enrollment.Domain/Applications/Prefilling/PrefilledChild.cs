using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Applications.Prefilling;

/// <summary>What the registers know of one child for whom a parent may apply. The parent confirms or corrects all of it.</summary>
/// <param name="Household">The household in which both are registered.</param>
/// <param name="Child">The child.</param>
/// <param name="Document">The child's number, which carries birth date and sex.</param>
/// <param name="Relation">What the parent is to the child; null where the register does not say.</param>
/// <param name="OtherParent">The parent's spouse in the household, where the child is the couple's; else null.</param>
/// <param name="Home">The home at the registered address that is the family's; null when the property register names none or was not read.</param>
/// <param name="Category">The category these facts speak for; null where they do not say enough.</param>
public sealed record PrefilledChild(HouseholdItem Household, HouseholdMember Child, Identity.CitizenIdentityNumber Document, GuardianRelation? Relation,
    HouseholdMember? OtherParent, PrefilledHome? Home, CategoryCode? Category)
{
    /// <summary>Nobody's name.</summary>
    public override string ToString() => nameof(PrefilledChild);
}

/// <summary>The family's home and whose it is.</summary>
public sealed record PrefilledHome(HomeItem Item, PropertyOwnership Ownership)
{
    /// <summary>Not the address.</summary>
    public override string ToString() => nameof(PrefilledHome);
}
