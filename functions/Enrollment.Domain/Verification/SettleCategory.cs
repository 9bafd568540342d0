using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>Turns complete answers into a category, asks for the papers that may prove it, or hands the case to a person. Refuses nobody.</summary>
public static class SettleCategory
{
    /// <summary>The change, with what follows added when every check is final.</summary>
    public static Change WhenComplete(Change change, Policy policy, DateTimeOffset now)
    {
        var application = change.After;
        if (!application.IsBeingVerified || !application.Checks.All(c => c.State.IsFinal))
            return DepartmentDelay.MoveDeadline(change, policy, now);
        var answered = application.Checks.Select(AnsweredCheck.Of).ToList();
        var decision = Decision.Of(policy, application.Form, answered, ServiceFacts.None);
        // What other steps of the season ask is not shown with the category.
        var judged = application with { DecidedBy = policy.Digest, Findings = Verdict.Decide(policy, application.Form, answered).Findings };
        return decision switch
        {
            Decision.Established established => Established(change with { After = judged with { Established = established.Category, Proposed = null } }, now),
            Decision.EvidenceNeeded needed => Open(change with { After = judged with { Proposed = needed.Proposed } }, needed, policy, now),
            Decision.PersonDecides person => Open(change with { After = judged with { Proposed = person.Proposed } }, person, policy, now),
            _ => throw new InvalidOperationException("Decision is closed."),
        };
    }

    private static Change Established(Change change, DateTimeOffset now)
    {
        var settled = Settled(change, ApplicationAction.EstablishCategory, ApplicationEventKind.CategoryEstablished, now);
        return settled with { After = settled.After with { Review = settled.After.Review?.Settled(), Checks = [.. settled.After.Checks.Select(c => c with { DueAt = null })] } };
    }

    private static Change Open(Change change, Decision decision, Policy policy, DateTimeOffset now) => change.After.Status switch
    {
        // Already with the parent: the list they were given stands, until they answer or its day has passed.
        ApplicationStatus.CorrectionRequested => DepartmentDelay.MoveDeadline(change, policy, now),
        _ when RequestCorrection.ByMachine(change, decision, policy, now) is { } asked => WithoutRefusal(asked),
        // Already with a person and still for a person: what the registers say has moved, where the case lies has not.
        ApplicationStatus.UnderReview => WithoutRefusal(change),
        _ => Referred(change, now),
    };

    private static Change Referred(Change change, DateTimeOffset now)
    {
        var referred = Settled(change, ApplicationAction.ReferToPerson, ApplicationEventKind.ReferredToPerson, now);
        return referred with { After = referred.After with { Review = ReviewCase.Referred(referred.After.Review, now) } };
    }

    // A refusal that was proposed rests on what the registers had said until then.
    private static Change WithoutRefusal(Change change) => change.After.Review is { Refusal: not null } review && change.Events.Any(e => e.Kind is ApplicationEventKind.CheckAnswered)
        ? change with { After = change.After with { Review = review with { Refusal = null } } }
        : change;

    private static Change Settled(Change change, ApplicationAction action, ApplicationEventKind kind, DateTimeOffset now)
    {
        var decided = change.After;
        if (ApplicationLifecycle.Apply(decided.Status, action) is not Transition.Allowed allowed)
            throw new InvalidOperationException($"{decided.Status} does not allow {action}.");
        return new Change(decided with { Status = allowed.To }, [.. change.Events, new ApplicationEvent(kind, now, Actor.Service, Department: null, decided.Findings)]);
    }
}
