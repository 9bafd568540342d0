using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

internal static class FamilyComparison
{
    internal static Comparison OfGuardianships(ApplicationForm form, IReadOnlyList<GuardianshipItem> items)
    {
        var ofChild = items.Where(item => form.Child.Document.Names(item.ChildIdNo)).ToList();
        if (ofChild.Count == 0)
            return Comparison.NothingFound;
        var ofApplicant = ofChild.Where(item => form.Guardian.Document.Names(item.GuardianIdNo)).ToList();
        var isParent = FamilyRelations.IsParent(form.Guardian);
        return ofApplicant.Any(item => (item.Basis is GuardianshipBasis.Parent or GuardianshipBasis.Adoption) == isParent)
            ? Comparison.Agrees
            : Comparison.Of(["$.guardian.relation"]);
    }

    internal static Comparison OfInsurances(ApplicationForm form, IReadOnlyList<InsuranceItem> items)
    {
        var insurances = items.Where(item => Comparison.IsGuardian(form, item.PersonIdNo)).ToList();
        if (!insurances.Any(item => item.Months.Count > 0))
            return Comparison.NothingFound;
        return Comparison.Disagrees(form.Migrant?.EmployerCode, insurances.Select(item => item.EmployerCode))
            ? Comparison.Of(["$.migrant.employerCode"])
            : Comparison.Agrees;
    }
    // The form states no card; whether one that was found still holds is RF's question.
    internal static Comparison OfDisabilityCards(ApplicationForm form, IReadOnlyList<DisabilityCardItem> items) =>
        items.Any(item => form.Child.Document.Names(item.PersonIdNo)) ? Comparison.Agrees : Comparison.NothingFound;
}
