using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>What people decided, in words.</summary>
internal static class DecisionTexts
{
    /// <summary>A reason's text.</summary>
    public static string Reason(string id, Policy policy, CultureInfo language) =>
        policy.Reasons.Single(reason => reason.Id == id).Text.In(language);

    public static bool IsOfPerson(FindingReason reason) =>
        reason is FindingReason.ConfirmedByPerson or FindingReason.WaivedByPerson or FindingReason.RejectedByPerson;

    /// <summary>The fact of a finding; a person's names its reason in words.</summary>
    public static string Fact(RuleFinding finding, Policy policy, CultureInfo language) => IsOfPerson(finding.Reason)
        ? Texts.Get($"Finding.{finding.Reason}", language, finding.Arguments[0], Reason(finding.Arguments[1], policy, language))
        : Texts.Get($"Finding.{finding.Reason}", language, [.. finding.Arguments]);

    /// <summary>Why an application stands where people put it; null where no decision of people says so.</summary>
    public static string? Explain(Application application, Policy policy, CultureInfo language)
    {
        if (application.Review is not { Decision: { } decision } review)
            return null;
        if (review.Objection is { } objection && objection.Against == decision.Number)
            return OfObjection(objection, policy, language);
        if (application.Established != decision.Category || !Stands(application.Status, decision))
            return null;
        var claimed = CategoryView.Of(application.Form.Category, policy, language)!.Text;
        var (reason, until) = (Reason(decision.Reason, policy, language), decision.ObjectUntil.ToString("O", CultureInfo.InvariantCulture));
        var rule = decision.Rule is { } cited ? policy.Rule(cited).Text.In(language) : "";
        return (decision.Kind, CategoryView.Of(decision.Category, policy, language)?.Text) switch
        {
            (PersonDecisionKind.ClaimRefused, { } lesser) => Texts.Get("Explain.LesserCategory", language, claimed, lesser, reason, rule, until),
            (PersonDecisionKind.ClaimRefused, null) => Texts.Get("Explain.ClaimRefused", language, claimed, reason, rule, until),
            (PersonDecisionKind.Voided, _) => Texts.Get("Explain.Voided", language, reason, until),
            (PersonDecisionKind.Deferred, _) => Texts.Get("Explain.Deferred", language, reason),
            (PersonDecisionKind.Established, var category) => Texts.Get("Explain.EstablishedByPerson", language, category ?? claimed, reason),
            _ => throw new InvalidOperationException("PersonDecisionKind has no other."),
        };
    }

    private static string OfObjection(Objection objection, Policy policy, CultureInfo language) => objection.Answer switch
    {
        null => Texts.Get("Explain.ObjectionOpen", language, objection.AnswerUntil.ToString("O", CultureInfo.InvariantCulture)),
        { Changed: { } category } answer => Texts.Get("Explain.ObjectionChanged", language, CategoryView.Of(category, policy, language)!.Text, Reason(answer.Reason, policy, language)),
        { } answer => Texts.Get("Explain.ObjectionUpheld", language, Reason(answer.Reason, policy, language), policy.Deadlines.Reconsideration.Count, policy.Deadlines.Lawsuit.Count),
    };

    // Once a place is offered, what happens with it is what the parent must read.
    private static bool Stands(ApplicationStatus status, PersonDecision decision) => decision.Kind is PersonDecisionKind.Deferred
        ? status is ApplicationStatus.Deferred
        : status is ApplicationStatus.Verified or ApplicationStatus.AwaitingCoordination;
}
