using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Review;

/// <summary>A person confirms, rejects or waives a check; the verdict is drawn anew with it, and still settles only in the child's favor.</summary>
internal static class DecidingChecks
{
    internal static ReviewOutcome Decide(Acting acting, ReviewAction.DecideCheck action)
    {
        var (application, policy) = (acting.Application, acting.Policy);
        if (application.Status is not ApplicationStatus.UnderReview)
            return Acting.Refused(ReviewRefusal.NotPossible);
        if (application.CheckOf(action.Department) is not { } check)
            return Acting.Refused(ReviewRefusal.NoSuchCheck);
        if (action.Rules.Count == 0 || !action.Rules.All(rule => policy.Rules.Any(r => r.Id == rule && r.RestsOn(action.Department))))
            return Acting.Refused(ReviewRefusal.RuleDoesNotFit);
        var decided = check with
        {
            State = new CheckState.Simple(StatusOf(action.Verdict)),
            DueAt = null,
            FailingSince = null,
            // Nobody waits for the department any more, so it is not late any longer either.
            Delay = check.Delay is { Until: null } late ? late with { Until = acting.Now } : check.Delay,
            Person = new CheckDecision(action.Verdict, [.. action.Rules.Distinct()], action.Grounds.Reason, acting.By.Id, acting.Now),
        };
        // Whatever was proposed rested on other facts.
        var after = application.With(decided) with { UpdatedAt = acting.Now, Review = acting.Case.DecidedBy(acting.By.Id) with { Refusal = null } };
        var happened = acting.Happened(ApplicationEventKind.CheckDecided, action.Grounds.Reason, action.Rules[0], action.Grounds.Note, action.Verdict.ToString(), action.Department);
        return new ReviewOutcome.Allowed(SettleCategory.WhenComplete(new Change(after, [happened]), policy, acting.Now));
    }

    private static CheckStatus StatusOf(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Confirmed => CheckStatus.ManuallyConfirmed,
        CheckVerdict.Rejected => CheckStatus.ManuallyRejected,
        CheckVerdict.Waived => CheckStatus.Waived,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
