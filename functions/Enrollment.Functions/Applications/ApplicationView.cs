using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Review;

namespace Enrollment.Functions.Applications;

/// <summary>An application as its parent reads it.</summary>
internal sealed record ApplicationView(string Id, int IntakeYear, string Status, string StatusText, CategoryView ClaimedCategory,
    CategoryView? EstablishedCategory, CategoryView? ProposedCategory, bool Late, DateTimeOffset SubmittedAt, DateTimeOffset UpdatedAt, string Explanation,
    IReadOnlyList<CheckView> Checks, IReadOnlyList<RuleView> Rules, CorrectionView? Correction, PersonDecisionView? Decision, ObjectionView? Objection)
{
    /// <summary>Brothers and sisters who apply in the same year; null when the caller is to see none and has wished nothing.</summary>
    public SiblingsView? Siblings { get; init; }

    public static ApplicationView Of(Application application, Policy policy, CultureInfo language, IReadOnlyList<EvidenceFile>? files = null) => new(application.Id.Value, application.Form.IntakeYear,
        application.Status.ToString(), Texts.Get($"Status.{application.Status}", language),
        CategoryView.Of(application.Form.Category, policy, language)!, CategoryView.Of(application.Established, policy, language),
        CategoryView.Of(application.Proposed, policy, language), application.IsLate, application.SubmittedAt, application.UpdatedAt,
        Explain(application, policy, language), [.. application.Checks.Select(check => CheckView.Of(check, language))],
        [.. application.Findings.Select(finding => RuleView.Of(finding, policy, language))], CorrectionView.Of(application, files ?? [], policy, language),
        PersonDecisionView.Of(application, policy, language), ObjectionView.Of(application.Review?.Objection, policy, language));

    internal static string Explain(Application application, Policy policy, CultureInfo language)
    {
        if (DecisionTexts.Explain(application, policy, language) is { } decided)
            return decided;
        var claimed = CategoryView.Of(application.Form.Category, policy, language)!.Text;
        var established = CategoryView.Of(application.Established, policy, language)?.Text ?? "";
        var proposed = CategoryView.Of(application.Proposed, policy, language)?.Text;
        var waiting = string.Join(Texts.Get("List.Separator", language),
            application.Checks.Where(check => check.AwaitsAnswer).Select(check => Texts.Get($"Department.{check.Department}", language)));
        return application.Status switch
        {
            ApplicationStatus.Verifying when waiting.Length > 0 => Texts.Get("Explain.Waiting", language, waiting),
            ApplicationStatus.UnderReview when waiting.Length > 0 => Texts.Get("Explain.SourceUnavailable", language, waiting),
            ApplicationStatus.UnderReview when proposed is not null => Texts.Get("Explain.OtherCategory", language, claimed, proposed),
            ApplicationStatus.UnderReview => Texts.Get("Explain.ForAPerson", language, claimed),
            ApplicationStatus.CorrectionRequested when application.Correction is { } correction => Texts.Get("Explain.CorrectionRequested", language, claimed, correction.LastDay),
            ApplicationStatus.Verified when established == claimed => Texts.Get("Explain.Established", language, established),
            ApplicationStatus.Verified => Texts.Get("Explain.BetterCategory", language, claimed, established),
            _ => Texts.Get($"Status.{application.Status}", language),
        };
    }
}

/// <summary>A category: its short code, its stable name, its text.</summary>
internal sealed record CategoryView(string Code, string Name, string Text)
{
    public static CategoryView? Of(CategoryCode? category, Policy policy, CultureInfo language)
    {
        if (category is not { } name)
            return null;
        var defined = policy.Category(name);
        return new CategoryView(defined.Code, name.ToString(), defined.Text.In(language));
    }
}

/// <summary>One department's check.</summary>
internal sealed record CheckView(string Department, string DepartmentText, string Status, IReadOnlyList<string> Fields, string? SourceSystem,
    DateOnly? DataAsOf, string Explanation, DateTimeOffset? AskedAt, DateTimeOffset? AnsweredAt)
{
    public static CheckView Of(Check check, CultureInfo language) => new(check.Department.ToString(), Texts.Get($"Department.{check.Department}", language),
        check.State.Status.ToString(), check.State is CheckState.Mismatch mismatch ? mismatch.Fields : [], check.Answer?.Report?.SourceSystem,
        check.Answer?.Report?.DataAsOf, Texts.Get($"Check.{check.State.Status}", language, Texts.Get($"Department.{check.Department}", language)), check.AskedAt, check.Answer?.ReceivedAt);
}

/// <summary>One rule that was tried: what it asks, the fact it used, where that came from.</summary>
internal sealed record RuleView(string Id, string Result, string Text, string Reason, string Fact, string? Department, DateOnly? DataAsOf, string Source)
{
    public static RuleView Of(RuleFinding finding, Policy policy, CultureInfo language) => new(finding.Rule.ToString(), finding.Result.ToString(),
        policy.Rule(finding.Rule).Text.In(language), finding.Reason.ToString(), DecisionTexts.Fact(finding, policy, language),
        finding.Source is null ? null : Texts.Get($"Department.{finding.Source}", language), finding.DataAsOf, policy.Rule(finding.Rule).Source);
}
