using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;

namespace Enrollment.Functions.Placement;

/// <summary>What a placement was drawn from and what came out, with the ways to check it.</summary>
internal sealed record ProofView(string School, int Year, string Run, string Status, string? VoidReason, string Sha256, string Sm3, string Commitment, string Secret,
    string Entropy, string Seed, string ResultSha256, string? LateCommitment, int LateJoiners, ProofLinks Links)
{
    public static ProofView Of(StoredPlacement placement, PlacementRecord record, PlacementLinks links)
    {
        var (name, state) = (placement.Name, placement.Ceremony.State);
        return new ProofView(name.School, name.Year, name.Run, state.Status.ToString(), (state as CeremonyState.Voided)?.Why.Reason,
            record.Digests.Sha256.ToString(), record.Digests.Sm3.ToString(), record.Commitment.ToString(), record.Secret, record.Entropy, record.Seed.ToString(),
            record.ResultSha256.ToString(), record.LateCommitment?.ToString(), record.Late.Count,
            new ProofLinks(links.Proof(name), links.RowTemplate(name), links.Record(name), links.Posting(name), links.Verifier(name)));
    }
}

/// <param name="Proof">This page.</param>
/// <param name="RowProof">With <c>{row}</c> where a family's row code goes.</param>
/// <param name="Record">Everything a verifier needs.</param>
/// <param name="Posting">The masked list.</param>
/// <param name="Verifier">Runs the record again in the browser, and finds a child by row code; the QR code of the posting list leads there.</param>
internal sealed record ProofLinks(Uri Proof, string RowProof, Uri Record, Uri Posting, Uri Verifier);
