using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Review;

/// <summary>Takes a case: while the claim lives, nobody else may.</summary>
internal static class Claiming
{
    internal static ReviewOutcome Take(Acting acting, ReviewAction.Claim claim)
    {
        if (acting.WhyNotHeld() is ReviewRefusal.ClaimedByAnother)
            return Acting.Refused(ReviewRefusal.ClaimedByAnother);
        // What a handed-over case allows, a claim allows: everything that lives and was submitted.
        if (ApplicationLifecycle.Apply(acting.Application.Status, ApplicationAction.HandOver) is not Transition.Allowed)
            return Acting.Refused(ReviewRefusal.NotPossible);
        return Acting.Allowed(acting.Application with { Review = acting.Case with { Claim = new ReviewClaim(acting.By.Id, acting.Now + claim.For) } });
    }
}
