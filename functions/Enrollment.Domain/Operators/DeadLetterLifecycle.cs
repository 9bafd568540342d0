namespace Enrollment.Domain.Operators;

/// <summary>How a dead letter (a message that could not be worked) goes on. It decides nothing about the case behind it: the step is still driven by the tables.</summary>
public static class DeadLetterLifecycle
{
    /// <summary>What an action makes of a letter.</summary>
    /// <param name="state">How it stands.</param>
    /// <param name="action">What is done, by a person or by the service.</param>
    /// <returns>The state it goes to, or why it does not.</returns>
    public static DeadLetterTransition Apply(DeadLetterState state, DeadLetterAction action) => (action, state) switch
    {
        (DeadLetterAction.Replay, DeadLetterState.Open) => new DeadLetterTransition.Allowed(DeadLetterState.Replayed),
        (DeadLetterAction.Replay, DeadLetterState.Replayed) => new DeadLetterTransition.Refused(DeadLetterRefusal.AlreadyReplayed),
        (DeadLetterAction.Replay, DeadLetterState.Resolved) => new DeadLetterTransition.Refused(DeadLetterRefusal.StepNotDue),
        (DeadLetterAction.Discard, DeadLetterState.Open or DeadLetterState.Replayed) => new DeadLetterTransition.Allowed(DeadLetterState.Discarded),
        (DeadLetterAction.Resolve, DeadLetterState.Open or DeadLetterState.Replayed) => new DeadLetterTransition.Allowed(DeadLetterState.Resolved),
        (DeadLetterAction.Return, DeadLetterState.Replayed or DeadLetterState.Discarded or DeadLetterState.Resolved) => new DeadLetterTransition.Allowed(DeadLetterState.Open),
        (DeadLetterAction.Replay or DeadLetterAction.Discard or DeadLetterAction.Resolve or DeadLetterAction.Return, _) =>
            new DeadLetterTransition.Refused(DeadLetterRefusal.Settled),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>How a dead letter stands.</summary>
public enum DeadLetterState
{
    /// <summary>It waits for an operator, or for its step to be done by itself.</summary>
    Open,
    /// <summary>An operator sent it again; whether its step was done is not known yet.</summary>
    Replayed,
    /// <summary>An operator put it aside, with a reason.</summary>
    Discarded,
    /// <summary>Its step is not due any more: another message did it, or the case went on without.</summary>
    Resolved,
}

/// <summary>What happens to a dead letter.</summary>
public enum DeadLetterAction
{
    /// <summary>An operator sends it again.</summary>
    Replay,
    /// <summary>An operator puts it aside.</summary>
    Discard,
    /// <summary>The service sees that its step is not due any more.</summary>
    Resolve,
    /// <summary>The same message ended in the poison queue once more.</summary>
    Return,
}

/// <summary>Why an action on a dead letter is refused.</summary>
public enum DeadLetterRefusal
{
    /// <summary>It was sent again and has not come back.</summary>
    AlreadyReplayed,
    /// <summary>Nothing waits for it any more.</summary>
    StepNotDue,
    /// <summary>It is not in a state for this.</summary>
    Settled,
}

/// <summary>What came of an action on a dead letter. Closed.</summary>
public abstract record DeadLetterTransition
{
    private DeadLetterTransition()
    {
    }

    /// <summary>It goes to this state.</summary>
    public sealed record Allowed(DeadLetterState To) : DeadLetterTransition;

    /// <summary>It stays as it is.</summary>
    public sealed record Refused(DeadLetterRefusal Reason) : DeadLetterTransition;
}
