using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>Two different people void an application for false papers (R11). The child is placed by coordination, never refused schooling.</summary>
internal static class Voiding
{
    internal static ReviewOutcome Propose(Acting acting, Grounds grounds)
    {
        if (ApplicationLifecycle.Apply(acting.Application.Status, ApplicationAction.Void) is not Transition.Allowed)
            return Acting.Refused(ReviewRefusal.NotPossible);
        if (acting.Case.Voiding is not null)
            return Acting.Refused(ReviewRefusal.AlreadyProposed);
        var proposal = new VoidProposal(acting.By.Id, acting.Now, grounds.Reason);
        return Acting.Allowed(acting.Application with { UpdatedAt = acting.Now, Review = acting.Decided() with { Voiding = proposal } },
            acting.Happened(ApplicationEventKind.VoidingProposed, grounds.Reason, RuleId.R11, grounds.Note));
    }

    internal static ReviewOutcome Confirm(Acting acting, string? note)
    {
        if (WhyNotSecond(acting) is { } refusal)
            return Acting.Refused(refusal);
        if (acting.Step(ApplicationAction.Void, ApplicationAction.Coordinate) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        var reason = acting.Case.Voiding!.Reason;
        var decision = acting.Objectionable(PersonDecisionKind.Voided, reason, RuleId.R11, category: null);
        List<ApplicationEvent> events = [acting.Happened(ApplicationEventKind.Voided, reason, RuleId.R11, note)];
        if (acting.Application.Status is ApplicationStatus.Offered or ApplicationStatus.Confirmed)
            events.Add(acting.Happened(ApplicationEventKind.OfferRevoked, reason, RuleId.R11));
        return Acting.Allowed(
            Establishing.Given(acting, after, category: null) with { Review = acting.Decided() with { Refusal = null, Voiding = null, Decision = decision } },
            [.. events, acting.Happened(ApplicationEventKind.SentToCoordination, reason, RuleId.R11)]);
    }

    internal static ReviewOutcome Reject(Acting acting, string? note)
    {
        if (WhyNotSecond(acting) is { } refusal)
            return Acting.Refused(refusal);
        return Acting.Allowed(acting.Application with { UpdatedAt = acting.Now, Review = acting.Decided() with { Voiding = null } },
            acting.Happened(ApplicationEventKind.VoidingRejected, acting.Case.Voiding!.Reason, RuleId.R11, note));
    }

    private static ReviewRefusal? WhyNotSecond(Acting acting) => acting.Case.Voiding switch
    {
        null => ReviewRefusal.NothingProposed,
        { By: var first } => first == acting.By.Id ? ReviewRefusal.SecondPersonNeeded : null,
    };
}
