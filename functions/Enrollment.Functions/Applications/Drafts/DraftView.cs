using System.Globalization;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A draft as its parent reads it: the form, and what a submission of it would still be refused for.</summary>
internal sealed record DraftView(string Id, DateTimeOffset SavedAt, bool Complete, IReadOnlyList<ProblemError> Missing, ApplicationRequest Form)
{
    public static DraftView Of(Draft draft, Caller caller, FormCheck forms, CultureInfo language)
    {
        var missing = forms.Of(draft.Form, caller).Missing(language);
        return new DraftView(draft.Id, draft.SavedAt, missing.Count == 0, missing, draft.Form);
    }
}

/// <summary>A parent's drafts.</summary>
internal sealed record DraftList(IReadOnlyList<DraftView> Drafts);
