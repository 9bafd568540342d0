using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification;

/// <summary>What of the form a department's answer to a question hangs on (DOMAIN.md 1.7). Everything else of the form is only compared with it.</summary>
public static class QuestionInputs
{
    /// <summary>True when the answers to some of these questions may differ between the two forms.</summary>
    public static bool Differ(IReadOnlyList<Question> questions, ApplicationForm before, ApplicationForm after) =>
        questions.Any(question => !Of(question, before).SequenceEqual(Of(question, after)));

    private static IEnumerable<object?> Of(Question question, ApplicationForm form) => question switch
    {
        // By name and number.
        Question.Person => [form.Child.Name, form.Child.Document, .. Named(form)],
        Question.Homes => Named(form),
        // By number alone.
        Question.Household or Question.Guardianship => [form.Child.Document, .. Numbers(form)],
        Question.ResidencePermit or Question.Marriage or Question.Tenancy or Question.Insurance => Numbers(form),
        Question.DisabilityCard => [form.Child.Document],
    };

    private static IEnumerable<object?> Named(ApplicationForm form) => form.Guardians.SelectMany(guardian => new object?[] { guardian.Name, guardian.Document });

    private static IEnumerable<IdentityDocument> Numbers(ApplicationForm form) => form.Guardians.Select(guardian => guardian.Document);
}
