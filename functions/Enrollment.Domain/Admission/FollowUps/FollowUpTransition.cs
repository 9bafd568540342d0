namespace Enrollment.Domain.Admission.FollowUps;

/// <summary>What came of an action. Closed.</summary>
public abstract record FollowUpTransition
{
    private FollowUpTransition()
    {
    }

    /// <summary>The follow-up moves on, or stays as it is with one more attempt on record.</summary>
    public sealed record Allowed(FollowUpState To) : FollowUpTransition;

    /// <summary>It is not possible.</summary>
    public sealed record Refused(FollowUpRefusal Reason) : FollowUpTransition;
}

/// <summary>Why an action is not possible.</summary>
public enum FollowUpRefusal
{
    /// <summary>The child has applied; only the application's end opens the case again.</summary>
    HasApplied,
    /// <summary>The case is settled; reopen it first.</summary>
    Settled,
    /// <summary>The case is open already.</summary>
    Open,
    /// <summary>The reason does not carry the action: a deferral needs the bureau's approval, a contact a call.</summary>
    ReasonDoesNotCarry,
}

/// <summary>The follow-up's life, as one total table.</summary>
public static class FollowUpLifecycle
{
    /// <summary>What an action does in a state.</summary>
    public static FollowUpTransition Apply(FollowUpState state, FollowUpAction action, FollowUpReason reason)
    {
        if (!Carries(action, reason))
            return Refused(FollowUpRefusal.ReasonDoesNotCarry);
        return (state, action) switch
        {
            (FollowUpState.Applied, FollowUpAction.Reopen) => Allowed(FollowUpState.NotContacted),
            (FollowUpState.Applied, _) => Refused(FollowUpRefusal.HasApplied),
            // Whatever was settled before: a child who applies has applied.
            (_, FollowUpAction.MarkApplied) => Allowed(FollowUpState.Applied),
            (FollowUpState.EnrolledElsewhere or FollowUpState.Deferred or FollowUpState.MovedAway, FollowUpAction.Reopen) => Allowed(FollowUpState.NotContacted),
            (FollowUpState.EnrolledElsewhere or FollowUpState.Deferred or FollowUpState.MovedAway, _) => Refused(FollowUpRefusal.Settled),
            (_, FollowUpAction.Reopen) => Refused(FollowUpRefusal.Open),
            (_, FollowUpAction.RecordContact) => Allowed(FollowUpState.Contacted),
            (_, FollowUpAction.RecordNoAnswer) => Allowed(FollowUpState.Unreachable),
            (_, FollowUpAction.ConfirmElsewhere) => Allowed(FollowUpState.EnrolledElsewhere),
            (_, FollowUpAction.ConfirmDeferral) => Allowed(FollowUpState.Deferred),
            (_, FollowUpAction.ConfirmMove) => Allowed(FollowUpState.MovedAway),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }

    /// <summary>Does a reason carry an action? A child is never written off on a guess: what settles a case has its own evidence.</summary>
    public static bool Carries(FollowUpAction action, FollowUpReason reason) => action switch
    {
        FollowUpAction.RecordContact or FollowUpAction.RecordNoAnswer => reason is FollowUpReason.Call or FollowUpReason.Message or FollowUpReason.Visit,
        FollowUpAction.ConfirmElsewhere => reason is FollowUpReason.StudentRecordFound or FollowUpReason.FamilyStated,
        FollowUpAction.ConfirmDeferral => reason is FollowUpReason.DeferralApproved,
        FollowUpAction.ConfirmMove => reason is FollowUpReason.RegisterMoved or FollowUpReason.FamilyStated,
        FollowUpAction.MarkApplied => reason is FollowUpReason.ApplicationFound,
        FollowUpAction.Reopen => reason is FollowUpReason.RecordedInError or FollowUpReason.ApplicationGone,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static FollowUpTransition.Allowed Allowed(FollowUpState to) => new(to);

    private static FollowUpTransition.Refused Refused(FollowUpRefusal reason) => new(reason);
}
