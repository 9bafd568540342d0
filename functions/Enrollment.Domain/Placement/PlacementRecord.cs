using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement;

/// <summary>What is published of a placement: enough to run it again (docs/placement-record.md section 8). Texts as published, not as believed.</summary>
/// <param name="Format">What the record says it is.</param>
/// <param name="List">Lines of the canonical list.</param>
/// <param name="Digests">The list's digests.</param>
/// <param name="Commitment">Published before the draw.</param>
/// <param name="LateCommitment">The end of the late chain, if late joiners may come.</param>
/// <param name="Secret">Revealed at the draw.</param>
/// <param name="Entropy">Read out at the draw.</param>
/// <param name="Seed">What list, secret and entropy make.</param>
/// <param name="Attributes">Lines of the attribute table; null when there is none or it is withheld.</param>
/// <param name="Result">Lines of the canonical result.</param>
/// <param name="ResultSha256">Their digest.</param>
/// <param name="Late">Late joiners, in order.</param>
public sealed record PlacementRecord(string Format, IReadOnlyList<string> List, ListDigests Digests, Digest Commitment, Digest? LateCommitment, string Secret, string Entropy,
    Digest Seed, IReadOnlyList<string>? Attributes, IReadOnlyList<string> Result, Digest ResultSha256, IReadOnlyList<LateJoiner> Late)
{
    /// <summary>What the member <c>format</c> must say.</summary>
    public const string KnownFormat = "enrollment-placement-record/1";

    /// <summary>The record of a drawn placement.</summary>
    public static PlacementRecord Of(PlacementResult result, ListDigests digests, DrawSecret secret, Entropy entropy, Digest? lateCommitment,
        IReadOnlyList<string>? attributes, IReadOnlyList<LateJoiner> late) => new(
            KnownFormat, result.List.ToLines(), digests, secret.Commitment(), lateCommitment, secret.Reveal(), entropy.Text,
            DrawSeed.Derive(digests.Sha256, secret, entropy).Value, attributes, result.ToLines(), result.Digest, late);

    /// <summary>The record without the attribute table: what everybody may see of an optimised placement.</summary>
    public PlacementRecord WithoutAttributes() => this with { Attributes = null };

    /// <summary>As one JSON object.</summary>
    public byte[] ToJson() => PlacementRecordJson.Write(this);

    /// <summary>Reads a record; null when the bytes are not one.</summary>
    public static PlacementRecord? Parse(ReadOnlyMemory<byte> json) => PlacementRecordJson.Read(json);
}
