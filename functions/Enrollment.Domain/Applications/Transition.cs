namespace Enrollment.Domain.Applications;

/// <summary>What an action does to an application: leads to a status, or is refused with a reason. Closed.</summary>
public abstract record Transition
{
    private Transition()
    {
    }

    /// <summary>The action is lawful and leads here.</summary>
    public sealed record Allowed(ApplicationStatus To) : Transition;

    /// <summary>The action is not lawful in this status; nothing changes.</summary>
    public sealed record Refused(TransitionRefusal Reason) : Transition;
}

/// <summary>Why an action is refused. Stable codes for texts.</summary>
public enum TransitionRefusal
{
    /// <summary>Nothing can be done any more: withdrawn, transferred or enrolled.</summary>
    Final,
    /// <summary>The application is a draft.</summary>
    NotSubmitted,
    /// <summary>It was submitted before.</summary>
    AlreadySubmitted,
    /// <summary>The departments are being asked, or were.</summary>
    VerificationStarted,
    /// <summary>It is not being verified, so there is nothing to correct, settle or refer.</summary>
    NotBeingVerified,
    /// <summary>No correction was asked for.</summary>
    NoCorrectionRequested,
    /// <summary>No category is established and coordination was not asked for, so no place can be offered.</summary>
    NotReadyForOffer,
    /// <summary>No offer is open.</summary>
    NoOpenOffer,
    /// <summary>Coordination does not follow from this status.</summary>
    NotForCoordination,
    /// <summary>The place was not confirmed.</summary>
    NotConfirmed,
    /// <summary>It is deferred already.</summary>
    AlreadyDeferred,
    /// <summary>It was voided: the child can only be placed by coordination.</summary>
    WasVoided,
    /// <summary>No person looks at it, so none can refuse its claim.</summary>
    NotUnderReview,
    /// <summary>Nothing is decided yet that could be objected to.</summary>
    NothingDecided,
}
