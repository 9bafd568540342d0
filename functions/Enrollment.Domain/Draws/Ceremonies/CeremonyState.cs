namespace Enrollment.Domain.Draws.Ceremonies;

/// <summary>How far a draw has come, with exactly what is fixed by then. Closed: what is fixed once is carried on, never replaced.</summary>
public abstract record CeremonyState
{
    private CeremonyState()
    {
    }

    /// <summary>The list is being prepared and may still be replaced.</summary>
    public sealed record Open : CeremonyState;

    /// <summary>The list is fixed and its digests are published.</summary>
    public sealed record Sealed(ListDigests Digests) : CeremonyState;

    /// <summary>The bureau has bound itself to secrets nobody else knows yet.</summary>
    public sealed record Committed(ListDigests Digests, DrawCommitments Commitments) : CeremonyState;

    /// <summary>The public entropy was read out and the secret revealed: the result is determined, and is being computed.</summary>
    public sealed record Drawing(ListDigests Digests, DrawCommitments Commitments, DrawInputs Inputs) : CeremonyState;

    /// <summary>The result is there.</summary>
    public sealed record Drawn(ListDigests Digests, DrawCommitments Commitments, DrawInputs Inputs, Digest Result) : CeremonyState;

    /// <summary>The result is public.</summary>
    public sealed record Published(ListDigests Digests, DrawCommitments Commitments, DrawInputs Inputs, Digest Result) : CeremonyState;

    /// <summary>Two people declared it void, for a reason; what it was is kept and stays public beside what follows it.</summary>
    public sealed record Voided(CeremonyState Before, Voiding Why) : CeremonyState;

    /// <summary>The state's name alone.</summary>
    public CeremonyStatus Status => this switch
    {
        Open => CeremonyStatus.Open,
        Sealed => CeremonyStatus.Sealed,
        Committed => CeremonyStatus.Committed,
        Drawing => CeremonyStatus.Drawing,
        Drawn => CeremonyStatus.Drawn,
        Published => CeremonyStatus.Published,
        Voided => CeremonyStatus.Voided,
        _ => throw new InvalidOperationException("Closed hierarchy."),
    };
}

/// <summary>The states of a draw by name, in the order they are passed through.</summary>
public enum CeremonyStatus
{
    /// <summary>See <see cref="CeremonyState.Open"/>.</summary>
    Open,
    /// <summary>See <see cref="CeremonyState.Sealed"/>.</summary>
    Sealed,
    /// <summary>See <see cref="CeremonyState.Committed"/>.</summary>
    Committed,
    /// <summary>See <see cref="CeremonyState.Drawing"/>.</summary>
    Drawing,
    /// <summary>See <see cref="CeremonyState.Drawn"/>.</summary>
    Drawn,
    /// <summary>See <see cref="CeremonyState.Published"/>.</summary>
    Published,
    /// <summary>See <see cref="CeremonyState.Voided"/>.</summary>
    Voided,
}

/// <summary>What the bureau publishes before the draw: digests of secrets, one for the draw and one for the late joiners after it.</summary>
public sealed record DrawCommitments(Digest Secret, Digest? Late);

/// <summary>What the seed is made of besides the list: the revealed secret and the public entropy.</summary>
public sealed record DrawInputs(DrawSecret Secret, Entropy Entropy);

/// <summary>Who asked to void a draw, and why; it takes a second person to do it.</summary>
public sealed record VoidRequest(string By, string Reason);

/// <summary>Why a draw is void, and the two people who said so.</summary>
public sealed record Voiding(string Reason, string RequestedBy, string ConfirmedBy);
