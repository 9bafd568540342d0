namespace Enrollment.Domain.Draws.Ceremonies;

/// <summary>What a draw has fixed by now, for whoever shows or stores it.</summary>
/// <param name="Digests">From sealing on.</param>
/// <param name="Commitments">From committing on.</param>
/// <param name="Inputs">From the draw on.</param>
/// <param name="Result">Once it is computed.</param>
public sealed record CeremonyParts(ListDigests? Digests, DrawCommitments? Commitments, DrawInputs? Inputs, Digest? Result)
{
    /// <summary>Of a state; of a void one, what it was before.</summary>
    public static CeremonyParts Of(CeremonyState state) => state switch
    {
        CeremonyState.Open => new(null, null, null, null),
        CeremonyState.Sealed s => new(s.Digests, null, null, null),
        CeremonyState.Committed s => new(s.Digests, s.Commitments, null, null),
        CeremonyState.Drawing s => new(s.Digests, s.Commitments, s.Inputs, null),
        CeremonyState.Drawn s => new(s.Digests, s.Commitments, s.Inputs, s.Result),
        CeremonyState.Published s => new(s.Digests, s.Commitments, s.Inputs, s.Result),
        CeremonyState.Voided s => Of(s.Before),
        _ => throw new InvalidOperationException("Closed hierarchy."),
    };
}
