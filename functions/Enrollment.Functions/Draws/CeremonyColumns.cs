using Azure.Data.Tables;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Draws;

/// <summary>A ceremony as columns of a table row, the same for every kind of draw. What is not public yet is encrypted.</summary>
internal sealed class CeremonyColumns(FieldCipher cipher)
{
    private const string Secret = "Secret", Status = "Status", StatusBefore = "StatusBefore";
    private const string Sha256 = "Sha256", Sm3 = "Sm3", Commitment = "Commitment", LateCommitment = "LateCommitment", Entropy = "Entropy", Result = "Result";
    private const string VoidReason = "VoidReason", VoidRequestedBy = "VoidRequestedBy", VoidConfirmedBy = "VoidConfirmedBy";

    public void Write(TableEntity row, Ceremony ceremony, string table)
    {
        row[Status] = ceremony.State.Status.ToString();
        if (ceremony.VoidRequested is { } request)
            (row[VoidReason], row[VoidRequestedBy]) = (request.Reason, request.By);
        Write(row, ceremony.State, table);
    }

    public Ceremony Read(TableEntity row, string table) => new(
        StateOf(row, table, Enum.Parse<CeremonyStatus>(row.GetString(Status))),
        row.GetString(VoidReason) is { } reason ? new VoidRequest(row.GetString(VoidRequestedBy), reason) : null);

    private void Write(TableEntity row, CeremonyState state, string table)
    {
        if (state is CeremonyState.Voided voided)
        {
            row[StatusBefore] = voided.Before.Status.ToString();
            (row[VoidReason], row[VoidRequestedBy], row[VoidConfirmedBy]) = (voided.Why.Reason, voided.Why.RequestedBy, voided.Why.ConfirmedBy);
            Write(row, voided.Before, table);
            return;
        }
        var (digests, commitments, inputs, result) = CeremonyParts.Of(state);
        if (digests is not null)
            (row[Sha256], row[Sm3]) = (digests.Sha256.ToString(), digests.Sm3.ToString());
        if (commitments is not null)
            (row[Commitment], row[LateCommitment]) = (commitments.Secret.ToString(), commitments.Late?.ToString());
        if (inputs is not null)
            (row[Secret], row[Entropy]) = (cipher.Encrypt(inputs.Secret.Reveal(), Cell(row, table, Secret)), inputs.Entropy.Text);
        if (result is { } digest)
            row[Result] = digest.ToString();
    }

    private CeremonyState StateOf(TableEntity row, string table, CeremonyStatus status) => status switch
    {
        CeremonyStatus.Open => new CeremonyState.Open(),
        CeremonyStatus.Sealed => new CeremonyState.Sealed(DigestsOf(row)),
        CeremonyStatus.Committed => new CeremonyState.Committed(DigestsOf(row), CommitmentsOf(row)),
        CeremonyStatus.Drawing => new CeremonyState.Drawing(DigestsOf(row), CommitmentsOf(row), InputsOf(row, table)),
        CeremonyStatus.Drawn => new CeremonyState.Drawn(DigestsOf(row), CommitmentsOf(row), InputsOf(row, table), DigestOf(row.GetString(Result))),
        CeremonyStatus.Published => new CeremonyState.Published(DigestsOf(row), CommitmentsOf(row), InputsOf(row, table), DigestOf(row.GetString(Result))),
        CeremonyStatus.Voided => new CeremonyState.Voided(StateOf(row, table, Enum.Parse<CeremonyStatus>(row.GetString(StatusBefore))),
            new Voiding(row.GetString(VoidReason), row.GetString(VoidRequestedBy), row.GetString(VoidConfirmedBy))),
        _ => throw new InvalidDataException($"No state {status}."),
    };

    private static ListDigests DigestsOf(TableEntity row) => new(DigestOf(row.GetString(Sha256)), DigestOf(row.GetString(Sm3)));

    private static DrawCommitments CommitmentsOf(TableEntity row) =>
        new(DigestOf(row.GetString(Commitment)), row.GetString(LateCommitment) is { } late ? DigestOf(late) : null);

    private DrawInputs InputsOf(TableEntity row, string table) =>
        DrawSecret.TryParse(cipher.Decrypt(row.GetString(Secret), Cell(row, table, Secret)), out var secret)
        && Domain.Draws.Entropy.TryParse(row.GetString(Entropy), out var entropy) is null
            ? new DrawInputs(secret!, entropy!)
            : throw new InvalidDataException("The inputs of the draw cannot be read.");

    /// <summary>A digest as it was written.</summary>
    public static Digest DigestOf(string text) => Digest.TryParse(text, out var digest) ? digest : throw new InvalidDataException("Not a digest.");

    private static CellAddress Cell(TableEntity row, string table, string column) => new(table, row.PartitionKey, row.RowKey, column);
}
