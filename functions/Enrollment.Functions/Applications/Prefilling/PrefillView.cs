using System.Globalization;
using Enrollment.Domain.Applications.Prefilling;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>The forms filled in, and what each register said or why it said nothing.</summary>
internal sealed record PrefillView(int IntakeYear, DateTimeOffset PreparedAt, bool Complete, IReadOnlyList<SourceView> Sources, IReadOnlyList<PrefilledFormView> Forms)
{
    public static PrefillView Of(Policy policy, Caller caller, IReadOnlyList<Lookup> found, IReadOnlyList<PrefilledChild> children, FormCheck forms,
        DateTimeOffset now, CultureInfo language)
    {
        // Without a child there is still the parent's own part to begin with.
        var filled = children.Count == 0 ? [FilledForm.Of(policy, caller, child: null)] : children.Select(child => FilledForm.Of(policy, caller, child)).ToList();
        return new PrefillView(policy.IntakeYear, now, found.All(lookup => lookup.IsAnswered), [.. found.Select(lookup => SourceView.Of(lookup, now, language))],
            [.. filled.Select(form => PrefilledFormView.Of(form, found, forms.Of(form.Request, caller), language))]);
    }
}

/// <summary>One register; where it has not answered, when asking again may bring more.</summary>
internal sealed record SourceView(string Department, string DepartmentText, string Status, string Text, string? SourceSystem, DateOnly? DataAsOf,
    DateTimeOffset AskedAt, int? RetryAfterSeconds)
{
    public static SourceView Of(Lookup lookup, DateTimeOffset now, CultureInfo language)
    {
        var department = Texts.Get($"Department.{lookup.Department}", language);
        var wait = Math.Max(0, (int)Math.Ceiling((lookup.AskAgainAt - now).TotalSeconds));
        return new SourceView(lookup.Department.ToString(), department, lookup.Status.ToString(), Texts.Get($"Lookup.{lookup.Status}", language, department),
            lookup.Report?.SourceSystem, lookup.Report?.DataAsOf, lookup.AskedAt, lookup.IsAnswered ? null : wait);
    }
}

/// <summary>A form as the registers fill it: what POST /api/applications takes, where each field comes from, and what is left to the parent.</summary>
internal sealed record PrefilledFormView(ApplicationRequest Form, IReadOnlyList<FieldSourceView> Fields, IReadOnlyList<ProblemError> Missing)
{
    public static PrefilledFormView Of(FilledForm form, IReadOnlyList<Lookup> found, CheckedForm judged, CultureInfo language) => new(form.Request,
        [.. form.Fields.Select(field => FieldSourceView.Of(field, found, language))], judged.Missing(language));
}

/// <summary>Where a field comes from, and as of which day.</summary>
internal sealed record FieldSourceView(string Path, string Source, string SourceText, string? SourceSystem, DateOnly? DataAsOf)
{
    public static FieldSourceView Of(FilledField field, IReadOnlyList<Lookup> found, CultureInfo language)
    {
        if (field.Department is not { } department)
            return new FieldSourceView(field.Path, "Login", Texts.Get("Origin.Login", language), SourceSystem: null, DataAsOf: null);
        var report = found.First(lookup => lookup.Department == department).Report;
        return new FieldSourceView(field.Path, department.ToString(), Texts.Get($"Department.{department}", language), report?.SourceSystem, report?.DataAsOf);
    }
}
