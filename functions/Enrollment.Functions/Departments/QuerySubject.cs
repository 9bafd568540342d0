using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Departments;

/// <summary>Whom a question is about, and what for: a department answers for a purpose, and books it under that (docs/departments.md).</summary>
/// <param name="Purpose">The purpose code.</param>
/// <param name="ConsentRef">Which consent of the persons it rests on.</param>
/// <param name="Child">The child; null where a parent alone is asked about.</param>
/// <param name="Guardians">The applicant, then the other guardian if one is stated.</param>
internal sealed record QuerySubject(string Purpose, string ConsentRef, QueryPerson? Child, IReadOnlyList<QueryPerson> Guardians)
{
    private const string Application = "PRIMARY_ENROLLMENT";
    private const string DryRun = "ENROLLMENT_DRY_RUN";
    private const string Prefill = "ENROLLMENT_PREFILL";

    public static QuerySubject OfApplication(ApplicationForm form) => OfForm(Application, $"statement-{form.IntakeYear}-1", form);

    /// <summary>The same persons as an application's, before there is one.</summary>
    public static QuerySubject OfDryRun(ApplicationForm form) => OfForm(DryRun, $"dry-run-{form.IntakeYear}-1", form);

    /// <summary>The logged-in parent and nobody else.</summary>
    public static QuerySubject OfPrefill(string name, string idNo, int intakeYear) => new(Prefill, $"prefill-{intakeYear}-1", Child: null, [new QueryPerson(name, idNo)]);

    public override string ToString() => $"QuerySubject {{ {Purpose} }}";

    private static QuerySubject OfForm(string purpose, string consentRef, ApplicationForm form) => new(purpose, consentRef,
        new QueryPerson(form.Child.Name.Value, form.Child.Document.Number),
        [.. form.Guardians.Select(guardian => new QueryPerson(guardian.Name.Value, guardian.Document.Number))]);
}
