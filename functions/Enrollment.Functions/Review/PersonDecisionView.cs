using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>What people decided, as the parent reads it: why, by which rule, and until when they may object.</summary>
internal sealed record PersonDecisionView(string Kind, string KindText, DateTimeOffset At, string Reason, string ReasonText, string? Rule, string? RuleText,
    CategoryView? Category, DateOnly ObjectUntil)
{
    public static PersonDecisionView? Of(Application application, Policy policy, CultureInfo language) => application.Review?.Decision is { } decision
        ? new PersonDecisionView(decision.Kind.ToString(), Texts.Get($"Decided.{decision.Kind}", language), decision.At, decision.Reason,
            DecisionTexts.Reason(decision.Reason, policy, language), decision.Rule?.ToString(), decision.Rule is { } rule ? policy.Rule(rule).Text.In(language) : null,
            CategoryView.Of(decision.Category, policy, language), decision.ObjectUntil)
        : null;
}

/// <summary>An objection and its answer, as the parent reads them.</summary>
internal sealed record ObjectionView(DateTimeOffset RaisedAt, DateOnly AnswerUntil, DateTimeOffset? AnsweredAt, string? Outcome, string OutcomeText, string? Reason, string? ReasonText,
    CategoryView? Category)
{
    public static ObjectionView? Of(Objection? objection, Policy policy, CultureInfo language)
    {
        if (objection is null)
            return null;
        var answer = objection.Answer;
        var outcome = answer is null ? null : answer.Changed is null ? "Upheld" : "Changed";
        return new ObjectionView(objection.RaisedAt, objection.AnswerUntil, answer?.At, outcome, Texts.Get($"Objection.{outcome ?? "Open"}", language), answer?.Reason,
            answer is null ? null : DecisionTexts.Reason(answer.Reason, policy, language), CategoryView.Of(answer?.Changed, policy, language));
    }
}
