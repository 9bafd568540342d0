using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Review;

/// <summary>The one answer to an objection, by somebody who decided nothing before; it leaves the child no worse than it found it.</summary>
internal static class AnsweringObjections
{
    internal static ReviewOutcome Uphold(Acting acting, Grounds grounds)
    {
        if (WhyNot(acting) is { } refusal)
            return Acting.Refused(refusal);
        return Acting.Allowed(acting.Application with { UpdatedAt = acting.Now, Review = Answered(acting, grounds, changed: null) },
            acting.Happened(ApplicationEventKind.ObjectionAnswered, grounds.Reason, note: grounds.Note));
    }

    internal static ReviewOutcome Change(Acting acting, ReviewAction.ChangeDecision action)
    {
        if (WhyNot(acting) is { } refusal)
            return Acting.Refused(refusal);
        var isDeferral = action.Category is CategoryCode.DeferralRequest;
        if (isDeferral ? acting.Application.Form.Category is not CategoryCode.DeferralRequest : !IsBetter(acting, action.Category))
            return Acting.Refused(ReviewRefusal.CategoryDoesNotFit);
        if (acting.Step(isDeferral ? ApplicationAction.Defer : ApplicationAction.Reestablish) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        return Acting.Allowed(
            Establishing.Given(acting, after, isDeferral ? null : action.Category) with { Review = Answered(acting, action.Grounds, action.Category) },
            acting.Happened(ApplicationEventKind.ObjectionAnswered, action.Grounds.Reason, note: action.Grounds.Note, to: action.Category.ToString()),
            acting.Happened(isDeferral ? ApplicationEventKind.Deferred : ApplicationEventKind.CategoryEstablished, action.Grounds.Reason, to: action.Category.ToString()));
    }

    private static ReviewRefusal? WhyNot(Acting acting) => acting.Case switch
    {
        { Objection: not { IsOpen: true } } => ReviewRefusal.NoObjection,
        { Deciders: var deciders } => deciders.Contains(acting.By.Id, StringComparer.Ordinal) ? ReviewRefusal.AnotherReviewerNeeded : null,
    };

    private static bool IsBetter(Acting acting, CategoryCode category)
    {
        var (policy, application) = (acting.Policy, acting.Application);
        if (!Establishing.IsGivable(policy, category) || category == application.Established)
            return false;
        return application.Established is not { } stands || category == application.Form.Category || policy.Category(category).Group < policy.Category(stands).Group;
    }

    private static ReviewCase Answered(Acting acting, Grounds grounds, CategoryCode? changed) => acting.Decided() with
    {
        Objection = acting.Case.Objection! with { Answer = new ObjectionAnswer(acting.Now, acting.By.Id, grounds.Reason, changed) },
    };
}
