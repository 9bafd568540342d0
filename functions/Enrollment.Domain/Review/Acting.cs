using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>Somebody who acts on a case at a moment.</summary>
internal sealed record Acting(Application Application, Reviewer By, Policy Policy, DateTimeOffset Now)
{
    internal ReviewCase Case => Application.Review ?? ReviewCase.Untouched;

    /// <summary>Why who acts does not hold the case; null when they do.</summary>
    internal ReviewRefusal? WhyNotHeld() => Case.Claim switch
    {
        { } claim when !claim.IsLive(Now) => ReviewRefusal.NotClaimed,
        { } claim => claim.By == By.Id ? null : ReviewRefusal.ClaimedByAnother,
        null => ReviewRefusal.NotClaimed,
    };

    /// <summary>The case after a decision of who acts, who then no longer holds it.</summary>
    internal ReviewCase Decided() => Case.DecidedBy(By.Id) with { Claim = null };

    internal static ReviewOutcome Allowed(Application after, params IReadOnlyList<ApplicationEvent> events) => new ReviewOutcome.Allowed(new Change(after, events));

    /// <summary>The application after actions that its status must allow one after the other; null when it does not.</summary>
    internal Application? Step(params ReadOnlySpan<ApplicationAction> actions)
    {
        var status = Application.Status;
        foreach (var action in actions)
        {
            if (ApplicationLifecycle.Apply(status, action) is not Transition.Allowed allowed)
                return null;
            status = allowed.To;
        }
        return Application with { Status = status, UpdatedAt = Now };
    }

    internal ApplicationEvent Happened(ApplicationEventKind kind, string? reason = null, RuleId? rule = null, string? note = null, string? to = null,
        Department? department = null) =>
        new(kind, Now, Actor.Staff, department) { Act = new StaffAct(By.Id, reason, rule, note) { To = to } };

    /// <summary>A decision the parent may object to.</summary>
    internal PersonDecision Objectionable(PersonDecisionKind kind, string reason, RuleId? rule, CategoryCode? category) =>
        new((Case.Decision?.Number ?? 0) + 1, kind, Now, reason, rule, category, Policy.Calendar.LastDay(Policy.Deadlines.ObjectionAsk, BureauDay.Of(Now)));

    internal static ReviewOutcome Refused(ReviewRefusal reason) => new ReviewOutcome.Refused(reason);

    /// <summary>No department is waited for any more.</summary>
    internal static IReadOnlyList<Check> AtRest(IReadOnlyList<Check> checks) => [.. checks.Select(check => check.DueAt is null ? check : check with { DueAt = null })];
}
