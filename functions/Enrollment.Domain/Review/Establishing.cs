using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Review;

/// <summary>One person establishes the claimed category, or one that serves it: papers are read by people, and a favor needs no second.</summary>
internal static class Establishing
{
    internal static ReviewOutcome Decide(Acting acting, ReviewAction.Establish action)
    {
        if (!IsGivable(acting.Policy, action.Category))
            return Acting.Refused(ReviewRefusal.CategoryDoesNotFit);
        if (acting.Step(ApplicationAction.EstablishCategory) is not { } after || acting.Application.Status is not ApplicationStatus.UnderReview)
            return Acting.Refused(ReviewRefusal.NotPossible);
        if (!Serves(acting.Policy, acting.Application.Form.Category, action.Category))
            return Acting.Refused(ReviewRefusal.RefusalNeedsTwoPeople);
        return Acting.Allowed(
            Given(acting, after, action.Category) with
            {
                Review = acting.Decided() with { Refusal = null, Decision = acting.Objectionable(PersonDecisionKind.Established, action.Grounds.Reason, rule: null, action.Category) },
            },
            acting.Happened(ApplicationEventKind.CategoryEstablished, action.Grounds.Reason, note: action.Grounds.Note, to: action.Category.ToString()));
    }

    internal static Application Given(Acting acting, Application after, CategoryCode? category) =>
        after with { Established = category, Proposed = null, DecidedBy = acting.Policy.Digest, Checks = Acting.AtRest(after.Checks) };

    // A mark accompanies a category, and a deferral is no category to be placed by.
    internal static bool IsGivable(Policy policy, CategoryCode category) =>
        category is not CategoryCode.DeferralRequest && policy.Category(category).Kind is not CategoryKind.Mark;

    private static bool Serves(Policy policy, CategoryCode claimed, CategoryCode category)
    {
        var (claim, given) = (policy.Category(claimed), policy.Category(category));
        return given == claim || (claim.Kind is not CategoryKind.OnRequest && given.Group <= claim.Group);
    }
}
