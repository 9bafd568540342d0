using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Review;

/// <summary>
/// The one way people act on a case: every action has an answer in every state. Only the holder of a claim acts, two different people
/// refuse or void, and whoever decided before does not answer an objection.
/// </summary>
public static class ReviewDecisions
{
    /// <summary>What comes of the action now.</summary>
    public static ReviewOutcome Decide(Application application, ReviewAction action, Reviewer by, Policy policy, DateTimeOffset now)
    {
        var acting = new Acting(application, by, policy, now);
        if (action is ReviewAction.Claim claim)
            return Claiming.Take(acting, claim);
        if (acting.WhyNotHeld() is { } notHeld)
            return new ReviewOutcome.Refused(notHeld);
        // A claim may outlive its case: with one that was withdrawn or went elsewhere nothing can be done but to give it back.
        if (action is not ReviewAction.Release && ApplicationLifecycle.Apply(application.Status, ApplicationAction.HandOver) is not Transition.Allowed)
            return new ReviewOutcome.Refused(ReviewRefusal.NotPossible);
        if (by.IsOfSchool && !IsForSchools(action))
            return new ReviewOutcome.Refused(ReviewRefusal.BureauDecides);
        if (action.Given is var (grounds, use) && policy.Reason(grounds.Reason, use) is null)
            return new ReviewOutcome.Refused(ReviewRefusal.UnknownReason);
        return action switch
        {
            ReviewAction.Release => Acting.Allowed(application with { Review = acting.Case with { Claim = null } }),
            ReviewAction.DecideCheck check => DecidingChecks.Decide(acting, check),
            ReviewAction.Establish establish => Establishing.Decide(acting, establish),
            ReviewAction.ProposeRefusal proposal => Refusing.Propose(acting, proposal),
            ReviewAction.ConfirmRefusal confirm => Refusing.Confirm(acting, confirm.Note),
            ReviewAction.RejectRefusal reject => Refusing.Reject(acting, reject.Note),
            ReviewAction.AskForPapers papers => AskingForPapers.Decide(acting, papers),
            ReviewAction.HandOver handOver => Transferring.HandOver(acting, handOver),
            ReviewAction.TransferOut transfer => Transferring.Out(acting, transfer),
            ReviewAction.Defer defer => Deferring.Decide(acting, defer.Grounds),
            ReviewAction.ProposeVoid proposal => Voiding.Propose(acting, proposal.Grounds),
            ReviewAction.ConfirmVoid confirm => Voiding.Confirm(acting, confirm.Note),
            ReviewAction.RejectVoid reject => Voiding.Reject(acting, reject.Note),
            ReviewAction.UpholdDecision uphold => AnsweringObjections.Uphold(acting, uphold.Grounds),
            ReviewAction.ChangeDecision change => AnsweringObjections.Change(acting, change),
            _ => throw new InvalidOperationException("ReviewAction is closed."),
        };
    }

    // 初审: a school looks at papers, may have the parent correct them, and may propose a refusal; the bureau decides.
    private static bool IsForSchools(ReviewAction action) =>
        action is ReviewAction.Claim or ReviewAction.Release or ReviewAction.DecideCheck or ReviewAction.AskForPapers or ReviewAction.ProposeRefusal;
}
