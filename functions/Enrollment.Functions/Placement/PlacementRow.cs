using Azure.Data.Tables;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Placement;

/// <summary>A placement as a table row. What is not public yet is encrypted.</summary>
internal sealed class PlacementRow(FieldCipher cipher, CeremonyColumns ceremony)
{
    private const string RosterKey = "RosterKey", Salt = "Salt";
    public const string Year = "Year", Warnings = "Warnings", Events = "Events", Late = "LateJoiners";

    public TableEntity Write(StoredPlacement placement)
    {
        var name = placement.Name;
        var row = new TableEntity(name.School, name.Run)
        {
            [Year] = name.Year,
            [Warnings] = string.Join(',', placement.Warnings),
            [Events] = placement.Events,
            [Late] = placement.LateJoiners,
            [RosterKey] = cipher.Encrypt(placement.Secrets.RosterKey.ToString(), Cell(name.School, name.Run, RosterKey)),
            [Salt] = cipher.Encrypt(placement.Secrets.Salt.ToString(), Cell(name.School, name.Run, Salt)),
        };
        ceremony.Write(row, placement.Ceremony, PlacementNames.Table);
        return row;
    }

    public StoredPlacement Read(TableEntity row) => new(
        new PlacementName(row.PartitionKey, row.GetInt32(Year)!.Value, row.RowKey),
        ceremony.Read(row, PlacementNames.Table),
        new RosterSecrets(CeremonyColumns.DigestOf(Decrypt(row, RosterKey)), CeremonyColumns.DigestOf(Decrypt(row, Salt))),
        [.. row.GetString(Warnings).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PlacementWarning>)],
        row.GetInt32(Events)!.Value,
        row.GetInt32(Late)!.Value,
        row.ETag);

    private string Decrypt(TableEntity row, string column) => cipher.Decrypt(row.GetString(column), Cell(row.PartitionKey, row.RowKey, column));

    private static CellAddress Cell(string school, string run, string column) => new(PlacementNames.Table, school, run, column);
}
