using System.Globalization;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Correcting;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>
/// A dry run as its parent reads it: what each register said, what each rule found, and what to have put right where. Partial while a register
/// has not spoken; what an application would come to is told only once all have.
/// </summary>
internal sealed record DryRunView(string Id, string Status, string StatusText, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, CategoryView ClaimedCategory,
    DryRunOutcomeView? Outcome, IReadOnlyList<DryRunSourceView> Sources, IReadOnlyList<RuleView> Rules, IReadOnlyList<CorrectionView> Corrections)
{
    public static DryRunView Of(DryRunFindings found, DateTimeOffset now, CultureInfo language)
    {
        var status = found.IsComplete ? "Complete" : "Partial";
        var corrections = RecordCorrections.Of(found.Policy, found.Form.Category, found.Decision.Findings);
        return new DryRunView(found.Run.Id.Value, status, Texts.Get($"DryRun.{status}", language), found.Run.StartedAt, found.Run.ExpiresAt,
            CategoryView.Of(found.Form.Category, found.Policy, language)!, found.IsComplete ? DryRunOutcomeView.Of(found, language) : null,
            [.. found.Answers.Zip(found.Checks, (answer, check) => DryRunSourceView.Of(answer, check, now, language))],
            [.. found.Decision.Findings.Select(finding => RuleView.Of(finding, found.Policy, language))],
            [.. corrections.Select(correction => CorrectionView.Of(correction, language))]);
    }
}

/// <summary>What would follow.</summary>
internal sealed record DryRunOutcomeView(string Kind, CategoryView? Category, string Text)
{
    public static DryRunOutcomeView Of(DryRunFindings found, CultureInfo language)
    {
        var (kind, category) = found.Decision switch
        {
            Decision.Established established => (nameof(Decision.Established), established.Category),
            Decision.EvidenceNeeded needed => (nameof(Decision.EvidenceNeeded), needed.Proposed),
            Decision.PersonDecides person => (nameof(Decision.PersonDecides), person.Proposed),
            _ => throw new InvalidOperationException("Decision is closed."),
        };
        return new DryRunOutcomeView(kind, CategoryView.Of(category, found.Policy, language), Texts.Get($"DryRun.{kind}", language));
    }
}

/// <summary>One register, how its answer stands to the form, and in which fields it disagrees.</summary>
internal sealed record DryRunSourceView(string Department, string DepartmentText, string Status, string Text, string? SourceSystem, DateOnly? DataAsOf,
    string Check, IReadOnlyList<string> Fields, int? RetryAfterSeconds)
{
    public static DryRunSourceView Of(Lookup answer, AnsweredCheck check, DateTimeOffset now, CultureInfo language)
    {
        var source = SourceView.Of(answer, now, language);
        return new DryRunSourceView(source.Department, source.DepartmentText, source.Status, source.Text, source.SourceSystem, source.DataAsOf,
            check.State.Status.ToString(), check.State is CheckState.Mismatch mismatch ? mismatch.Fields : [], source.RetryAfterSeconds);
    }
}

/// <summary>Which office must correct which record, and what to ask for.</summary>
internal sealed record CorrectionView(string Rule, string Office, string OfficeText, string Record, string RecordText, string Certainty, string Reason, string Ask)
{
    public static CorrectionView Of(RecordCorrection correction, CultureInfo language)
    {
        var (office, record) = (Texts.Get($"Office.{correction.Office}", language), Texts.Get($"Record.{correction.Record}", language));
        var fact = Texts.Get($"Finding.{correction.Reason}", language, [.. correction.Arguments]);
        return new CorrectionView(correction.Rule.ToString(), correction.Office.ToString(), office, correction.Record.ToString(), record,
            correction.Certainty.ToString(), correction.Reason.ToString(), Texts.Get($"Correct.{KeyOf(correction)}", language, office, record, fact));
    }

    private static string KeyOf(RecordCorrection correction) => correction.Office is RecordOffice.Parent ? "Form" : correction.Certainty.ToString();
}
