using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Review;

/// <summary>Hands a case, with its history, to the authority that answers for it (DOMAIN.md 0.7). What was proposed, the other decides for itself.</summary>
internal static class Transferring
{
    internal static ReviewOutcome HandOver(Acting acting, ReviewAction.HandOver action)
    {
        if (acting.Application.Authority == action.To)
            return Acting.Refused(ReviewRefusal.SameAuthority);
        if (acting.Step(ApplicationAction.HandOver) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        return Acting.Allowed(after with { Authority = action.To, Review = LeftBy(acting) },
            acting.Happened(ApplicationEventKind.Transferred, action.Grounds.Reason, note: action.Grounds.Note, to: action.To.ToString()));
    }

    internal static ReviewOutcome Out(Acting acting, ReviewAction.TransferOut action)
    {
        if (acting.Step(ApplicationAction.Transfer) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        return Acting.Allowed(after with { Review = LeftBy(acting), Checks = Acting.AtRest(after.Checks) },
            acting.Happened(ApplicationEventKind.Transferred, action.Grounds.Reason, note: action.Grounds.Note, to: action.To));
    }

    private static ReviewCase LeftBy(Acting acting) => acting.Case with { Claim = null, Refusal = null, Voiding = null };
}
