using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Applications.Prefilling;

/// <summary>
/// From a parent's household and homes to the children they may apply for (DOMAIN.md 1.6: fetch first, the parent confirms). It proposes and
/// decides nothing: where the register leaves room (whose child is a householder's grandchild?), the field stays empty.
/// </summary>
public static class PrefilledChildren
{
    /// <summary>The children of school age in the parent's household, the oldest first.</summary>
    /// <param name="policy">The policy of the intake year.</param>
    /// <param name="parentIdNo">The logged-in parent.</param>
    /// <param name="yearsLate">How many years after the first possible one a child may still begin (R1 asks no older child why).</param>
    /// <param name="police">The household register's answer; null when there is none.</param>
    /// <param name="property">The property register's answer; null when there is none.</param>
    /// <returns>Each child once, in an order that does not hang on the order of records.</returns>
    public static IReadOnlyList<PrefilledChild> Of(Policy policy, string parentIdNo, int yearsLate, DepartmentReport? police, DepartmentReport? property)
    {
        var age = (AgeParameters)policy.Rule(RuleId.R1).Parameters!;
        var latest = age.OnDate.AddYears(-age.FullYears);
        return
        [
            .. Households(police, parentIdNo)
                .SelectMany(household => household.Members.Select(member => Child(policy, household, member, parentIdNo, property)))
                .OfType<PrefilledChild>()
                .Where(child => child.Document.BirthDate <= latest && child.Document.BirthDate > latest.AddYears(-yearsLate - 1))
                .DistinctBy(child => child.Document.Value, StringComparer.Ordinal)
                .OrderBy(child => child.Document.BirthDate).ThenBy(child => child.Document.Value, StringComparer.Ordinal),
        ];
    }

    // In a collective household (集体户) strangers share a book.
    private static IEnumerable<HouseholdItem> Households(DepartmentReport? police, string parentIdNo) => (police?.Items ?? []).OfType<HouseholdItem>()
        .Where(household => household.Type is HouseholdType.Family && household.Members.Any(member => Is(member, parentIdNo)))
        .OrderBy(household => household.HouseholdNo, StringComparer.Ordinal);

    private static PrefilledChild? Child(Policy policy, HouseholdItem household, HouseholdMember member, string parentIdNo, DepartmentReport? property)
    {
        var parent = household.Members.First(other => Is(other, parentIdNo));
        var isCouples = member.Relation is HouseholdRelation.Child && IsOfTheCouple(parent);
        var mayBeGrandchild = member.Relation is HouseholdRelation.Grandchild && parent.Relation is HouseholdRelation.Child;
        if (!(isCouples || mayBeGrandchild) || CitizenIdentityNumber.TryParse(member.IdNo, out var number) is not null)
            return null;
        var otherParent = isCouples ? household.Members.FirstOrDefault(other => IsOfTheCouple(other) && !Is(other, parentIdNo)) : null;
        var home = Home(household, property, parent, otherParent);
        return new PrefilledChild(household, member, number!, isCouples ? RelationOf(parentIdNo) : null, otherParent, home,
            CategoryOf(policy, household, home, property));
    }

    private static bool IsOfTheCouple(HouseholdMember member) => member.Relation is HouseholdRelation.Householder or HouseholdRelation.Spouse;

    private static GuardianRelation? RelationOf(string parentIdNo) => CitizenIdentityNumber.TryParse(parentIdNo, out var number) is not null
        ? null
        : number!.Sex is Sex.Male ? GuardianRelation.Father : GuardianRelation.Mother;

    private static PrefilledHome? Home(HouseholdItem household, DepartmentReport? property, HouseholdMember parent, HouseholdMember? otherParent)
    {
        var homes = (property?.Items ?? []).OfType<HomeItem>()
            .Where(home => home.Use is PropertyUse.Residential && StandardAddress.Same(home.Address, household.StandardAddress))
            .OrderBy(home => home.UnitNo, StringComparer.Ordinal).ToList();
        foreach (var home in homes)
        {
            if (home.Owners.Any(owner => Is(parent, owner.IdNo) || (otherParent is not null && Is(otherParent, owner.IdNo))))
                return new PrefilledHome(home, PropertyOwnership.Parents);
        }
        // The parent is the householder's child: the householders are the child's grandparents. Or the householder's own parents live here.
        var grandparents = household.Members.Where(member => IsOfTheCouple(parent) ? member.Relation is HouseholdRelation.Parent : IsOfTheCouple(member)).ToList();
        var theirs = homes.FirstOrDefault(home => home.Owners.Any(owner => grandparents.Any(member => Is(member, owner.IdNo))));
        return theirs is null ? null : new PrefilledHome(theirs, PropertyOwnership.Grandparents);
    }

    private static CategoryCode? CategoryOf(Policy policy, HouseholdItem household, PrefilledHome? home, DepartmentReport? property)
    {
        // Who is registered elsewhere comes as a mover or a migrant, by papers these two registers do not keep.
        if (household.AreaCode != policy.AreaCode)
            return null;
        if (home is not null)
            return CategoryCode.ConsistentResident;
        return property is null ? null : CategoryCode.ResidentNotConsistent;
    }

    private static bool Is(HouseholdMember member, string idNo) => string.Equals(member.IdNo.Trim(), idNo.Trim(), StringComparison.OrdinalIgnoreCase);
}
