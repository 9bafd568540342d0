using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Review;

/// <summary>
/// Two different people refuse a claimed category, citing a rule of it (DOMAIN.md 1.8). The child gets a lesser category or coordinated
/// placement: a refusal never ends in no school.
/// </summary>
internal static class Refusing
{
    internal static ReviewOutcome Propose(Acting acting, ReviewAction.ProposeRefusal action)
    {
        var (policy, claimed) = (acting.Policy, acting.Application.Form.Category);
        if (acting.Application.Status is not ApplicationStatus.UnderReview)
            return Acting.Refused(ReviewRefusal.NotPossible);
        if (acting.Case.Refusal is not null)
            return Acting.Refused(ReviewRefusal.AlreadyProposed);
        if (!policy.Category(claimed).Requires.Contains(action.Rule))
            return Acting.Refused(ReviewRefusal.RuleDoesNotFit);
        if (action.Instead is { } instead && !IsLesser(policy, claimed, instead))
            return Acting.Refused(ReviewRefusal.CategoryDoesNotFit);
        var proposal = new RefusalProposal(acting.By.Id, acting.Now, action.Grounds.Reason, action.Rule, action.Instead);
        return Acting.Allowed(acting.Application with { UpdatedAt = acting.Now, Review = acting.Decided() with { Refusal = proposal } },
            acting.Happened(ApplicationEventKind.RefusalProposed, action.Grounds.Reason, action.Rule, action.Grounds.Note, LeadsTo(action.Instead)));
    }

    internal static ReviewOutcome Confirm(Acting acting, string? note)
    {
        if (WhyNotSecond(acting) is { } refusal)
            return Acting.Refused(refusal);
        var proposal = acting.Case.Refusal!;
        var action = proposal.Instead is null ? ApplicationAction.RefuseClaim : ApplicationAction.EstablishCategory;
        if (acting.Step(action) is not { } after)
            return Acting.Refused(ReviewRefusal.NotPossible);
        var decision = acting.Objectionable(PersonDecisionKind.ClaimRefused, proposal.Reason, proposal.Rule, proposal.Instead);
        return Acting.Allowed(
            Establishing.Given(acting, after, proposal.Instead) with { Review = acting.Decided() with { Refusal = null, Decision = decision } },
            acting.Happened(ApplicationEventKind.ClaimRefused, proposal.Reason, proposal.Rule, note, LeadsTo(proposal.Instead)),
            acting.Happened(proposal.Instead is null ? ApplicationEventKind.SentToCoordination : ApplicationEventKind.CategoryEstablished,
                proposal.Reason, proposal.Rule, note: null, LeadsTo(proposal.Instead)));
    }

    internal static ReviewOutcome Reject(Acting acting, string? note)
    {
        if (WhyNotSecond(acting) is { } refusal)
            return Acting.Refused(refusal);
        var proposal = acting.Case.Refusal!;
        return Acting.Allowed(acting.Application with { UpdatedAt = acting.Now, Review = acting.Decided() with { Refusal = null } },
            acting.Happened(ApplicationEventKind.RefusalRejected, proposal.Reason, proposal.Rule, note, LeadsTo(proposal.Instead)));
    }

    private static ReviewRefusal? WhyNotSecond(Acting acting) => acting switch
    {
        { Application.Status: not ApplicationStatus.UnderReview } => ReviewRefusal.NotPossible,
        { Case.Refusal: null } => ReviewRefusal.NothingProposed,
        { Case.Refusal.By: var first } => first == acting.By.Id ? ReviewRefusal.SecondPersonNeeded : null,
    };

    // Where the claim is a wish of its own, every group of residents or migrants is less than it.
    private static bool IsLesser(Policy policy, CategoryCode claimed, CategoryCode instead)
    {
        var (claim, lesser) = (policy.Category(claimed), policy.Category(instead));
        return lesser.Kind is CategoryKind.Ranked && lesser != claim && (claim.Kind is CategoryKind.OnRequest || lesser.Group >= claim.Group);
    }

    private static string LeadsTo(CategoryCode? instead) => instead?.ToString() ?? nameof(ApplicationStatus.AwaitingCoordination);
}
