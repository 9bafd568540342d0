namespace Enrollment.Domain.Draws.Ceremonies;

/// <summary>What an action does to a draw. Closed.</summary>
public abstract record CeremonyTransition
{
    private CeremonyTransition()
    {
    }

    /// <summary>The action is lawful; <paramref name="Ceremony"/> is the draw after it, and the same as before if it had been done already.</summary>
    public sealed record Allowed(Ceremony Ceremony) : CeremonyTransition;

    /// <summary>The action is not lawful now; nothing changes.</summary>
    public sealed record Refused(CeremonyRefusal Reason) : CeremonyTransition;
}

/// <summary>Why an action on a draw is refused. Stable codes for texts.</summary>
public enum CeremonyRefusal
{
    /// <summary>The list is not sealed yet.</summary>
    NotSealed,
    /// <summary>The list was sealed, with other content.</summary>
    AlreadySealed,
    /// <summary>No commitment was published yet.</summary>
    NotCommitted,
    /// <summary>Another commitment was published.</summary>
    AlreadyCommitted,
    /// <summary>The secret is not the one that was committed to.</summary>
    SecretIsNotTheCommitted,
    /// <summary>Nothing was drawn yet.</summary>
    NotDrawn,
    /// <summary>It was drawn, from other inputs: there is one draw.</summary>
    AlreadyDrawn,
    /// <summary>The draw is being computed.</summary>
    BeingDrawn,
    /// <summary>Nobody asked to void it.</summary>
    VoidNotRequested,
    /// <summary>Somebody asked already; a second person confirms that request.</summary>
    VoidAlreadyRequested,
    /// <summary>Whoever asked cannot also confirm.</summary>
    SecondPersonNeeded,
    /// <summary>The draw is void; a new one has a record of its own.</summary>
    IsVoid,
}
