using Azure.Data.Tables;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Admission;

/// <summary>A round as a table row.</summary>
internal sealed class RoundRow(FieldCipher cipher, CeremonyColumns ceremony)
{
    public const string Prefix = "round-";

    private const string Key = "Key", PreparedAt = "PreparedAt", Delivered = "Delivered", Children = "Children", Events = "Events";

    public static string KeyOf(RoundName name) => Prefix + name.Round;

    public TableEntity Write(StoredRound round)
    {
        var row = new TableEntity(round.Name.Partition, KeyOf(round.Name))
        {
            [Key] = cipher.Encrypt(round.Key.ToString(), Cell(round.Name)),
            [PreparedAt] = round.PreparedAt,
            [Delivered] = round.Delivered,
            [Children] = round.Children,
            [Events] = round.Events,
        };
        ceremony.Write(row, round.Ceremony, AdmissionNames.Table);
        return row;
    }

    public StoredRound Read(TableEntity row, RoundName name) => new(name, ceremony.Read(row, AdmissionNames.Table),
        CeremonyColumns.DigestOf(cipher.Decrypt(row.GetString(Key), Cell(name))),
        row.GetDateTimeOffset(PreparedAt), row.GetInt32(Delivered)!.Value, row.GetInt32(Children)!.Value, row.GetInt32(Events)!.Value, row.ETag);

    private static CellAddress Cell(RoundName name) => new(AdmissionNames.Table, name.Partition, KeyOf(name), Key);
}
