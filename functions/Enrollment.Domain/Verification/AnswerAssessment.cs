using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Verification;

/// <summary>
/// Compares what the form states with what a register answered, question by question. It says how a check stands and which fields the
/// parent may want to correct; which category follows is <see cref="Verdict"/>'s to say.
/// </summary>
public static class AnswerAssessment
{
    /// <summary>
    /// How the check stands: <see cref="CheckStatus.ManualReview"/> when the register is ambiguous (several households of the child, a
    /// cancelled person, contradictions), else <see cref="CheckState.Mismatch"/> with all fields that disagree, else
    /// <see cref="CheckStatus.NotFound"/> when a question the category needs found nothing, else <see cref="CheckStatus.Match"/>.
    /// </summary>
    /// <param name="form">What the parent states.</param>
    /// <param name="asked">The questions the department was asked; records on anything else are ignored.</param>
    /// <param name="report">What it answered.</param>
    /// <returns>One of the four; mismatched fields are JSON paths of the form, in ordinal order.</returns>
    public static CheckState Assess(ApplicationForm form, IReadOnlyList<Question> asked, DepartmentReport report)
    {
        var comparisons = asked.Distinct().Select(question => Compare(form, question, report.Items)).ToList();
        if (comparisons.Any(comparison => comparison.IsAmbiguous))
            return new CheckState.Simple(CheckStatus.ManualReview);
        var fields = comparisons.SelectMany(comparison => comparison.Fields).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (fields.Count > 0)
            return new CheckState.Mismatch(fields);
        return new CheckState.Simple(comparisons.Any(comparison => comparison.IsNothingFound) ? CheckStatus.NotFound : CheckStatus.Match);
    }

    private static Comparison Compare(ApplicationForm form, Question question, IReadOnlyList<RegisterItem> items) => question switch
    {
        Question.Person => PoliceComparison.OfPersons(form, Items<PersonItem>(items)),
        Question.Household => PoliceComparison.OfHousehold(form, Items<HouseholdItem>(items)),
        Question.ResidencePermit => PoliceComparison.OfPermits(form, Items<ResidencePermitItem>(items)),
        // No category needs a marriage, and the form states none: whatever the register says of it agrees.
        Question.Marriage => Comparison.Agrees,
        Question.Guardianship => FamilyComparison.OfGuardianships(form, Items<GuardianshipItem>(items)),
        Question.Homes => PropertyComparison.OfHomes(form, Items<HomeItem>(items)),
        Question.Tenancy => PropertyComparison.OfTenancies(form, Items<TenancyItem>(items)),
        Question.Insurance => FamilyComparison.OfInsurances(form, Items<InsuranceItem>(items)),
        Question.DisabilityCard => FamilyComparison.OfDisabilityCards(form, Items<DisabilityCardItem>(items)),
    };

    private static List<T> Items<T>(IReadOnlyList<RegisterItem> items) where T : RegisterItem => items.OfType<T>().ToList();
}
