using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications;

namespace Enrollment.Functions.Review;

/// <summary>A case as the person who decides sees it: what the parent said and what each register said, beside each other, and all that happened.</summary>
internal sealed record CaseView(CaseState State, CategoryView ClaimedCategory, CategoryView? EstablishedCategory, CategoryView? ProposedCategory, string? School, bool Late,
    DateTimeOffset SubmittedAt, DateTimeOffset? Since, DateOnly? LastDay, bool Overdue, StatedView Stated, IReadOnlyList<ComparedFieldView> Comparison,
    IReadOnlyList<RegisterView> Registers, IReadOnlyList<TriedRuleView> Rules, IReadOnlyList<OpenPointView> Open, ProposalView? Refusal, ProposalView? Voiding,
    PersonDecisionView? Decision, ObjectionView? Objection, string? ObjectionText, CaseCorrectionView? Correction, string PolicyId, IReadOnlyList<HistoryView> History)
{
    public static CaseView Of(Application application, IReadOnlyList<ApplicationEvent> history, Policy policy, DateTimeOffset now, CultureInfo language)
    {
        var (work, review) = (WorkItem.Of(application), application.Review);
        var lastDay = work is null ? (DateOnly?)null : CaseLine.LastDayOf(work, application, policy);
        return new CaseView(CaseState.Of(application, now, language), CategoryView.Of(application.Form.Category, policy, language)!,
            CategoryView.Of(application.Established, policy, language), CategoryView.Of(application.Proposed, policy, language), application.School, application.IsLate,
            application.SubmittedAt, work?.Since, lastDay, BureauDay.Of(now) > lastDay, StatedView.Of(application.Form),
            [.. SideBySide.Of(application).Select(ComparedFieldView.Of)], [.. application.Checks.Select(check => RegisterView.Of(check, policy, language))],
            [.. application.Findings.Select(finding => TriedRuleView.Of(finding, application, policy, language))], [.. OpenPointView.All(application, policy, language)],
            ProposalView.Of(review?.Refusal, policy, language), ProposalView.Of(review?.Voiding, policy, language), PersonDecisionView.Of(application, policy, language),
            ObjectionView.Of(review?.Objection, policy, language), review?.Objection?.Text, CaseCorrectionView.Of(application.Correction, policy, language), policy.Id, [.. history.Select(happened => HistoryView.Of(happened, policy, language))]);
    }
}

/// <summary>What the parent states, in full.</summary>
internal sealed record StatedView(PersonStated Child, DateOnly BirthDate, string Sex, PersonStated Guardian, PersonStated? OtherGuardian, string Residence,
    HouseholdDetails? Household, string? PropertyOwnership, string? CertificateNo, MigrantDetails? Migrant, DateOnly? TenancySince)
{
    public static StatedView Of(ApplicationForm form) => new(
        new PersonStated(form.Child.Name.Value, form.Child.Document.Kind.ToString(), form.Child.Document.Number, Phone: null, Relation: null), form.Child.BirthDate,
        form.Child.Sex.ToString(), Of(form.Guardian), form.OtherGuardian is { } other ? Of(other) : null, form.ResidenceAddress, form.Household,
        form.Property?.Ownership.ToString(), form.Property?.CertificateNo, form.Migrant, form.Tenancy?.Since);

    private static PersonStated Of(GuardianDetails guardian) =>
        new(guardian.Name.Value, guardian.Document.Kind.ToString(), guardian.Document.Number, guardian.Phone, guardian.Relation.ToString());

    public override string ToString() => nameof(StatedView);
}

internal sealed record PersonStated(string Name, string DocumentType, string DocumentNumber, string? Phone, string? Relation)
{
    public override string ToString() => nameof(PersonStated);
}

/// <summary>One thing the claim lacks, and the papers that may cure it.</summary>
internal sealed record OpenPointView(string? Rule, string Meaning, IReadOnlyList<string> Papers)
{
    public static IEnumerable<OpenPointView> All(Application application, Policy policy, CultureInfo language)
    {
        if (!application.IsBeingVerified || application.Checks.Count == 0)
            return [];
        var decision = Decision.Of(policy, application.Form, [.. application.Checks.Select(AnsweredCheck.Of)], ServiceFacts.None);
        return decision.Open.Select(point => Of(point, policy, language));
    }

    public static OpenPointView Of(OpenPoint point, Policy policy, CultureInfo language) =>
        new(point.Rule?.ToString(), point.Meaning.ToString(), [.. point.Papers.Select(paper => policy.Paper(paper).Text.In(language))]);
}

/// <summary>What the parent was asked for, and which files they handed in for it.</summary>
internal sealed record CaseCorrectionView(DateTimeOffset RequestedAt, DateOnly LastDay, int Round, string? Message, IReadOnlyList<OpenPointView> Defects,
    DateTimeOffset? AnsweredAt, IReadOnlyList<PapersForDefect> Files)
{
    public static CaseCorrectionView? Of(CorrectionRequest? correction, Policy policy, CultureInfo language) => correction is null ? null : new CaseCorrectionView(
        correction.RequestedAt, correction.LastDay, correction.Round, correction.Message, [.. correction.Defects.Select(defect => OpenPointView.Of(defect, policy, language))],
        correction.Answer?.At, correction.Answer?.Papers ?? []);

    public override string ToString() => $"CaseCorrectionView {{ {Round} }}";
}

/// <summary>Something that one person proposed and another must look at.</summary>
internal sealed record ProposalView(string By, DateTimeOffset At, string Reason, string ReasonText, string Rule, CategoryView? Instead)
{
    public static ProposalView? Of(RefusalProposal? proposal, Policy policy, CultureInfo language) => proposal is null ? null : new ProposalView(proposal.By, proposal.At,
        proposal.Reason, DecisionTexts.Reason(proposal.Reason, policy, language), proposal.Rule.ToString(), CategoryView.Of(proposal.Instead, policy, language));

    public static ProposalView? Of(VoidProposal? proposal, Policy policy, CultureInfo language) => proposal is null ? null : new ProposalView(proposal.By, proposal.At,
        proposal.Reason, DecisionTexts.Reason(proposal.Reason, policy, language), nameof(RuleId.R11), Instead: null);
}
