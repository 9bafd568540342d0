using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.PlaceLocks;

/// <summary>A home by which a child may have a place, as the registers name it (R6).</summary>
/// <param name="Unit">The home.</param>
/// <param name="AcquiredDate">When the family acquired it.</param>
/// <param name="SettledDate">When the child was registered there.</param>
/// <param name="Householder">Number of the child's householder; where the register names none, the application's, whom nobody shares.</param>
public sealed record FamilyHome(UnitNumber Unit, DateOnly AcquiredDate, DateOnly SettledDate, string Householder)
{
    /// <summary>
    /// The family's residential homes where the child is registered (R4), the one acquired first before the others; none where no register names
    /// one: then no place is given by a home.
    /// </summary>
    /// <param name="application">With the departments' answers.</param>
    /// <param name="policy">The policy it is decided by.</param>
    public static IReadOnlyList<FamilyHome> Of(Application application, Policy policy)
    {
        var evidence = new Evidence(policy, application.Form, [.. application.Checks.Select(AnsweredCheck.Of)]);
        if (evidence.Household is not { Item: { } household, Child: { } child })
            return [];
        var householder = household.Members.FirstOrDefault(member => member.Relation is HouseholdRelation.Householder)?.IdNo ?? application.Id.Value;
        return
        [
            .. R4OneAddress.FamilyHomes(evidence)
                .Select(home => UnitNumber.TryParse(home.UnitNo, out var unit) ? new FamilyHome(unit, home.AcquiredDate, child.SettledDate, householder) : null)
                .OfType<FamilyHome>().OrderBy(home => home.AcquiredDate).ThenBy(home => home.Unit.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Nothing: a home leads to a family.</summary>
    public override string ToString() => nameof(FamilyHome);
}
