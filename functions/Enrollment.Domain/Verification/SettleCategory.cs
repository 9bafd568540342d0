using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification;

/// <summary>Turns complete answers into a category, or hands the case to a person. Refuses nobody.</summary>
public static class SettleCategory
{
    /// <summary>The change, with the verdict added when every check is final.</summary>
    public static Change WhenComplete(Change change, Policy policy, DateTimeOffset now)
    {
        var application = change.After;
        if (!application.IsBeingVerified || !application.Checks.All(c => c.State.IsFinal))
            return change;
        var answered = application.Checks.Select(AnsweredCheck.Of).ToList();
        var decided = application with { DecidedBy = policy.Digest };
        return Verdict.Decide(policy, application.Form, answered) switch
        {
            Verdict.Established established => Settled(change, ApplicationAction.EstablishCategory, ApplicationEventKind.CategoryEstablished,
                decided with { Established = established.Category, Proposed = null, Findings = established.Findings }, now),
            Verdict.ForAPerson forAPerson => Settled(change, ApplicationAction.ReferToPerson, ApplicationEventKind.ReferredToPerson,
                decided with { Proposed = forAPerson.Proposed, Findings = forAPerson.Findings }, now),
            _ => throw new InvalidOperationException("Verdict is closed."),
        };
    }

    private static Change Settled(Change change, ApplicationAction action, ApplicationEventKind kind, Application decided, DateTimeOffset now)
    {
        // Already with a person and still for a person: what the registers say has moved, where the case lies has not.
        if (decided.Status is ApplicationStatus.UnderReview && action is ApplicationAction.ReferToPerson)
            return change with { After = change.Events.Any(e => e.Kind is ApplicationEventKind.CheckAnswered) ? decided with { Review = WithoutRefusal(decided.Review) } : decided };
        if (ApplicationLifecycle.Apply(decided.Status, action) is not Transition.Allowed allowed)
            throw new InvalidOperationException($"{decided.Status} does not allow {action}.");
        var after = decided with { Status = allowed.To };
        if (after.Status is ApplicationStatus.UnderReview)
            after = after with { Review = ReviewCase.Referred(after.Review, now) };
        if (after.Status is ApplicationStatus.Verified)
            after = after with { Review = after.Review?.Settled(), Checks = [.. after.Checks.Select(c => c with { DueAt = null })] };
        return new Change(after, [.. change.Events, new ApplicationEvent(kind, now, Actor.Service, Department: null, decided.Findings)]);
    }

    // A refusal that was proposed rests on what the registers had said until then.
    private static ReviewCase? WithoutRefusal(ReviewCase? review) => review is null ? null : review with { Refusal = null };
}
