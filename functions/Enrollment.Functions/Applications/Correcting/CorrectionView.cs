using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>The last request for correction as its parent reads it: everything that is missing, until when, and what is on file.</summary>
/// <param name="Open">Whether it can still be answered.</param>
/// <param name="Round">Which request it is, from 1.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="LastDay">The last day to answer.</param>
/// <param name="DueAt">The moment after that day.</param>
/// <param name="ExtendedBy">By how many working days a department's delay has moved it.</param>
/// <param name="Message">What the person who asked writes; null when a machine asked.</param>
/// <param name="Defects">What is missing.</param>
/// <param name="AnsweredAt">When the parent answered; null when they have not.</param>
/// <param name="Files">The papers on file.</param>
internal sealed record CorrectionView(bool Open, int Round, DateTimeOffset RequestedAt, DateOnly LastDay, DateTimeOffset DueAt, int ExtendedBy, string? Message,
    IReadOnlyList<DefectView> Defects, DateTimeOffset? AnsweredAt, IReadOnlyList<EvidenceView> Files)
{
    public static CorrectionView? Of(Application application, IReadOnlyList<EvidenceFile> files, Policy policy, CultureInfo language) =>
        application.Correction is not { } correction ? null : new CorrectionView(application.Status is ApplicationStatus.CorrectionRequested, correction.Round,
            correction.RequestedAt, correction.LastDay, correction.DueAt, correction.ExtendedBy, correction.Message,
            [.. correction.Defects.Select(defect => DefectView.Of(defect, application, policy, language))], correction.Answer?.At,
            [.. files.Where(file => file.State is not EvidenceState.Removed).Select(file => EvidenceView.Of(file, language))]);
}

/// <summary>One thing that is missing.</summary>
/// <param name="Id">Its name in an answer.</param>
/// <param name="Text">What is asked, by the rule.</param>
/// <param name="Fact">What the registers say to it; null where no register was asked.</param>
/// <param name="Papers">The papers that may cure it.</param>
internal sealed record DefectView(string Id, string Text, string? Fact, IReadOnlyList<PaperView> Papers)
{
    public static DefectView Of(OpenPoint defect, Application application, Policy policy, CultureInfo language)
    {
        var finding = application.Findings.FirstOrDefault(finding => finding.Rule == defect.Rule);
        return new DefectView(defect.Id, defect.Rule is { } rule ? policy.Rule(rule).Text.In(language) : Texts.Get("Correction.CategoryPapers", language),
            finding is null ? null : Texts.Get($"Finding.{finding.Reason}", language, [.. finding.Arguments]),
            [.. defect.Papers.Select(paper => new PaperView(paper, policy.Paper(paper).Text.In(language)))]);
    }
}

/// <summary>A paper.</summary>
internal sealed record PaperView(string Id, string Text);
