namespace Enrollment.Domain.Draws.Ceremonies;

/// <summary>What can be done to a draw. Closed.</summary>
public abstract record CeremonyAction
{
    private CeremonyAction()
    {
    }

    /// <summary>Fix the list.</summary>
    public sealed record Seal(ListDigests Digests) : CeremonyAction;

    /// <summary>Publish digests of secrets chosen beforehand.</summary>
    public sealed record Commit(DrawCommitments Commitments) : CeremonyAction;

    /// <summary>Reveal the secret and enter the entropy.</summary>
    public sealed record Draw(DrawInputs Inputs) : CeremonyAction;

    /// <summary>Hand in what the inputs determine.</summary>
    public sealed record Complete(Digest Result) : CeremonyAction;

    /// <summary>Make the result public.</summary>
    public sealed record Publish : CeremonyAction;

    /// <summary>Ask that the draw be void.</summary>
    public sealed record RequestVoid(VoidRequest Request) : CeremonyAction;

    /// <summary>Agree, as another person.</summary>
    public sealed record ConfirmVoid(string By) : CeremonyAction;
}
