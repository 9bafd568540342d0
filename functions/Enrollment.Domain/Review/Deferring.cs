using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Review;

/// <summary>
/// The bureau approves a deferral on medical proof (law art. 11, C13). Only where the parent applied for one: nobody else may keep a child
/// from school for a year.
/// </summary>
internal static class Deferring
{
    internal static ReviewOutcome Decide(Acting acting, Grounds grounds)
    {
        if (acting.Application.Form.Category is not CategoryCode.DeferralRequest)
            return Acting.Refused(ReviewRefusal.DeferralNotRequested);
        if (acting.Application.Status is not ApplicationStatus.UnderReview || acting.Step(ApplicationAction.Defer) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        var decision = acting.Objectionable(PersonDecisionKind.Deferred, grounds.Reason, rule: null, category: null);
        return Acting.Allowed(Establishing.Given(acting, after, category: null) with { Review = acting.Decided() with { Refusal = null, Decision = decision } },
            acting.Happened(ApplicationEventKind.Deferred, grounds.Reason, note: grounds.Note));
    }
}
