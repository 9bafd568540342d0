using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Review;

/// <summary>A parent asks for a second review (申请复查) of a decision of people: within the policy's days, once for each decision.</summary>
public static class RaiseObjection
{
    /// <summary>What comes of it now.</summary>
    public static ObjectionOutcome Decide(Application application, string text, Policy policy, DateTimeOffset now)
    {
        if (application.Review is not { Decision: { } decision } review)
            return new ObjectionOutcome.Refused(ObjectionRefusal.NothingDecided);
        if (review.Objection?.Against == decision.Number)
            return new ObjectionOutcome.Refused(ObjectionRefusal.RaisedBefore);
        var today = BureauDay.Of(now);
        if (today > decision.ObjectUntil)
            return new ObjectionOutcome.Refused(ObjectionRefusal.TooLate);
        if (ApplicationLifecycle.Apply(application.Status, ApplicationAction.RaiseObjection) is not Transition.Allowed allowed)
            return new ObjectionOutcome.Refused(ObjectionRefusal.NothingDecided);
        var objection = new Objection(now, decision.Number, text, policy.Calendar.LastDay(policy.Deadlines.ObjectionAnswer, today));
        return new ObjectionOutcome.Allowed(new Change(
            application with { Status = allowed.To, UpdatedAt = now, Review = review with { Objection = objection } },
            [new ApplicationEvent(ApplicationEventKind.ObjectionRaised, now, Actor.Parent)]));
    }
}

/// <summary>What comes of an objection. Closed.</summary>
public abstract record ObjectionOutcome
{
    private ObjectionOutcome()
    {
    }

    /// <summary>It is taken.</summary>
    public sealed record Allowed(Change Change) : ObjectionOutcome;

    /// <summary>It is not; nothing changes.</summary>
    public sealed record Refused(ObjectionRefusal Reason) : ObjectionOutcome;
}

/// <summary>Why an objection is not taken.</summary>
public enum ObjectionRefusal
{
    /// <summary>No person has decided anything that stands.</summary>
    NothingDecided,
    /// <summary>Against this decision one was raised before.</summary>
    RaisedBefore,
    /// <summary>The last day has passed.</summary>
    TooLate,
}
