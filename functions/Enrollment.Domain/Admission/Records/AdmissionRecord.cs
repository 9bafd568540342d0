using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Records;

/// <summary>What is published of a round: enough to run it again (docs/admission-record.md section 7). Texts as published, not as believed.</summary>
/// <param name="Format">What the record says it is.</param>
/// <param name="List">Lines of the canonical list.</param>
/// <param name="Digests">The list's digests.</param>
/// <param name="Commitment">Published before the draw.</param>
/// <param name="Secret">Revealed at the draw.</param>
/// <param name="Entropy">Read out at the draw.</param>
/// <param name="Seed">What list, secret and entropy make.</param>
/// <param name="Result">Lines of the canonical result: cut-offs, and every ticket's lot number, school and stage.</param>
/// <param name="ResultSha256">Their digest.</param>
public sealed record AdmissionRecord(string Format, IReadOnlyList<string> List, ListDigests Digests, Digest Commitment, string Secret, string Entropy,
    Digest Seed, IReadOnlyList<string> Result, Digest ResultSha256)
{
    /// <summary>What the member <c>format</c> must say.</summary>
    public const string KnownFormat = "enrollment-admission-record/1";

    /// <summary>The record of a round that was drawn.</summary>
    public static AdmissionRecord Of(AdmissionResult result, ListDigests digests, DrawSecret secret, Entropy entropy) => new(
        KnownFormat, result.List.ToLines(), digests, secret.Commitment(), secret.Reveal(), entropy.Text,
        DrawSeed.DeriveForAdmission(digests.Sha256, secret, entropy).Value, result.ToLines(), result.Digest);

    /// <summary>As one JSON object.</summary>
    public byte[] ToJson() => AdmissionRecordJson.Write(this);

    /// <summary>Reads a record; null when the bytes are not one.</summary>
    public static AdmissionRecord? Parse(ReadOnlyMemory<byte> json) => AdmissionRecordJson.Read(json);
}
