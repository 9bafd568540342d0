using Azure.Data.Tables;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Placement;

/// <summary>A placement as a table row. What is not public yet is encrypted.</summary>
internal sealed class PlacementRow(FieldCipher cipher)
{
    private const string RosterKey = "RosterKey", Salt = "Salt", Secret = "Secret", Status = "Status", StatusBefore = "StatusBefore";
    private const string Sha256 = "Sha256", Sm3 = "Sm3", Commitment = "Commitment", LateCommitment = "LateCommitment", Entropy = "Entropy", Result = "Result";
    private const string VoidReason = "VoidReason", VoidRequestedBy = "VoidRequestedBy", VoidConfirmedBy = "VoidConfirmedBy";
    public const string Year = "Year", Warnings = "Warnings", Events = "Events", Late = "LateJoiners";

    public TableEntity Write(StoredPlacement placement)
    {
        var (name, ceremony) = (placement.Name, placement.Ceremony);
        var row = new TableEntity(name.School, name.Run)
        {
            [Year] = name.Year,
            [Warnings] = string.Join(',', placement.Warnings),
            [Events] = placement.Events,
            [Late] = placement.LateJoiners,
            [RosterKey] = cipher.Encrypt(placement.Secrets.RosterKey.ToString(), Cell(name.School, name.Run, RosterKey)),
            [Salt] = cipher.Encrypt(placement.Secrets.Salt.ToString(), Cell(name.School, name.Run, Salt)),
            [Status] = ceremony.State.Status.ToString(),
        };
        if (ceremony.VoidRequested is { } request)
            (row[VoidReason], row[VoidRequestedBy]) = (request.Reason, request.By);
        Write(row, ceremony.State);
        return row;
    }

    public StoredPlacement Read(TableEntity row) => new(
        new PlacementName(row.PartitionKey, row.GetInt32(Year)!.Value, row.RowKey),
        new Ceremony(
            StateOf(row, Enum.Parse<CeremonyStatus>(row.GetString(Status))),
            row.GetString(VoidReason) is { } reason ? new VoidRequest(row.GetString(VoidRequestedBy), reason) : null),
        new RosterSecrets(DigestOf(Decrypt(row, RosterKey)), DigestOf(Decrypt(row, Salt))),
        [.. row.GetString(Warnings).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PlacementWarning>)],
        row.GetInt32(Events)!.Value,
        row.GetInt32(Late)!.Value,
        row.ETag);

    private void Write(TableEntity row, CeremonyState state)
    {
        if (state is CeremonyState.Voided voided)
        {
            row[StatusBefore] = voided.Before.Status.ToString();
            (row[VoidReason], row[VoidRequestedBy], row[VoidConfirmedBy]) = (voided.Why.Reason, voided.Why.RequestedBy, voided.Why.ConfirmedBy);
            Write(row, voided.Before);
            return;
        }
        var (digests, commitments, inputs, result) = CeremonyParts.Of(state);
        if (digests is not null)
            (row[Sha256], row[Sm3]) = (digests.Sha256.ToString(), digests.Sm3.ToString());
        if (commitments is not null)
            (row[Commitment], row[LateCommitment]) = (commitments.Secret.ToString(), commitments.Late?.ToString());
        if (inputs is not null)
            (row[Secret], row[Entropy]) = (cipher.Encrypt(inputs.Secret.Reveal(), Cell(row.PartitionKey, row.RowKey, Secret)), inputs.Entropy.Text);
        if (result is { } digest)
            row[Result] = digest.ToString();
    }

    private CeremonyState StateOf(TableEntity row, CeremonyStatus status) => status switch
    {
        CeremonyStatus.Open => new CeremonyState.Open(),
        CeremonyStatus.Sealed => new CeremonyState.Sealed(DigestsOf(row)),
        CeremonyStatus.Committed => new CeremonyState.Committed(DigestsOf(row), CommitmentsOf(row)),
        CeremonyStatus.Drawing => new CeremonyState.Drawing(DigestsOf(row), CommitmentsOf(row), InputsOf(row)),
        CeremonyStatus.Drawn => new CeremonyState.Drawn(DigestsOf(row), CommitmentsOf(row), InputsOf(row), DigestOf(row.GetString(Result))),
        CeremonyStatus.Published => new CeremonyState.Published(DigestsOf(row), CommitmentsOf(row), InputsOf(row), DigestOf(row.GetString(Result))),
        CeremonyStatus.Voided => new CeremonyState.Voided(StateOf(row, Enum.Parse<CeremonyStatus>(row.GetString(StatusBefore))),
            new Voiding(row.GetString(VoidReason), row.GetString(VoidRequestedBy), row.GetString(VoidConfirmedBy))),
        _ => throw new InvalidDataException($"No state {status}."),
    };

    private static ListDigests DigestsOf(TableEntity row) => new(DigestOf(row.GetString(Sha256)), DigestOf(row.GetString(Sm3)));

    private static DrawCommitments CommitmentsOf(TableEntity row) =>
        new(DigestOf(row.GetString(Commitment)), row.GetString(LateCommitment) is { } late ? DigestOf(late) : null);

    private DrawInputs InputsOf(TableEntity row) =>
        DrawSecret.TryParse(Decrypt(row, Secret), out var secret) && Domain.Draws.Entropy.TryParse(row.GetString(Entropy), out var entropy) is null
            ? new DrawInputs(secret!, entropy!)
            : throw new InvalidDataException("The inputs of the draw cannot be read.");

    private static Digest DigestOf(string text) => Digest.TryParse(text, out var digest) ? digest : throw new InvalidDataException("Not a digest.");

    private string Decrypt(TableEntity row, string column) => cipher.Decrypt(row.GetString(column), Cell(row.PartitionKey, row.RowKey, column));

    private static CellAddress Cell(string school, string run, string column) => new(PlacementNames.Table, school, run, column);
}
