using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

internal static class PoliceComparison
{
    internal static Comparison OfPersons(ApplicationForm form, IReadOnlyList<PersonItem> items)
    {
        List<Comparison> persons = [OfPerson(items, form.Child.Document, "$.child"), OfPerson(items, form.Guardian.Document, "$.guardian")];
        if (form.OtherGuardian is { } other)
            persons.Add(OfPerson(items, other.Document, "$.otherGuardian"));
        return new Comparison(persons.Any(person => person.IsAmbiguous), persons.Any(person => person.IsNothingFound),
            [.. persons.SelectMany(person => person.Fields)]);
    }

    private static Comparison OfPerson(IReadOnlyList<PersonItem> items, IdentityDocument document, string path)
    {
        var results = items.Where(item => document.Names(item.IdNo)).Select(item => item.Result).Distinct().ToList();
        return results switch
        {
            [] or [PersonResult.NotFound] => Comparison.NothingFound,
            [PersonResult.Match] => Comparison.Agrees,
            [PersonResult.Mismatch] => Comparison.Of([$"{path}.name"]),
            _ => Comparison.Ambiguous,
        };
    }

    internal static Comparison OfHousehold(ApplicationForm form, IReadOnlyList<HouseholdItem> items)
    {
        var households = items.Where(item => item.Members.Any(member => form.Child.Document.Names(member.IdNo))).ToList();
        return households switch
        {
            [] => Comparison.NothingFound,
            [var household] when household.Members.Count(member => form.Child.Document.Names(member.IdNo)) == 1 =>
                Comparison.Of(HouseholdFields(form.Household, household)),
            _ => Comparison.Ambiguous,
        };
    }

    private static IEnumerable<string> HouseholdFields(HouseholdDetails? stated, HouseholdItem registered)
    {
        if (stated is null)
            yield break;
        if (!StandardAddress.Same(stated.Address, registered.StandardAddress))
            yield return "$.household.address";
        if (Comparison.Disagrees(stated.HouseholdNo, [registered.HouseholdNo]))
            yield return "$.household.householdNo";
    }

    internal static Comparison OfPermits(ApplicationForm form, IReadOnlyList<ResidencePermitItem> items)
    {
        var permits = items.Where(item => Comparison.IsGuardian(form, item.HolderIdNo)).ToList();
        if (permits.Count == 0)
            return Comparison.NothingFound;
        return Comparison.Disagrees(form.Migrant?.ResidencePermitNo, permits.Select(permit => permit.PermitNo))
            ? Comparison.Of(["$.migrant.residencePermitNo"])
            : Comparison.Agrees;
    }
}
