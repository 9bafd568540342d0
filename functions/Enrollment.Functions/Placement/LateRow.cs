using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Functions.Placement;

/// <summary>A late joiner as a table row: all of it is public.</summary>
internal static class LateRow
{
    public static string Prefix(string run) => $"late-{run}-";

    public static TableEntity Write(PlacementName placement, int number, LateJoiner joiner) =>
        new(placement.School, string.Create(CultureInfo.InvariantCulture, $"{Prefix(placement.Run)}{number:D4}"))
        {
            ["Row"] = joiner.Row.ToString(),
            ["Sex"] = joiner.Sex.ToString(),
            ["SpecialNeeds"] = joiner.SpecialNeeds,
            ["Link"] = joiner.Link.ToString(),
            ["Class"] = joiner.Class,
        };

    public static LateJoiner Read(TableEntity row) =>
        RowCode.TryParse(row.GetString("Row"), out var code) && Digest.TryParse(row.GetString("Link"), out var link)
            ? new LateJoiner(code, Enum.Parse<Sex>(row.GetString("Sex")), row.GetBoolean("SpecialNeeds")!.Value, link, row.GetInt32("Class")!.Value)
            : throw new InvalidDataException("A late joiner cannot be read.");
}
