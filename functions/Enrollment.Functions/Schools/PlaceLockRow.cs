using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;

namespace Enrollment.Functions.Schools;

/// <summary>
/// The rows of one home's partition: what a place of its history looks like stored. Hashes, codes and days only: the history is kept for
/// years after the applications are gone.
/// </summary>
internal static class PlaceLockRow
{
    /// <summary>Carries the lock: every change of the history replaces it under its ETag.</summary>
    public const string GuardKey = "home";
    public const string Prefix = "place-";
    private const string Owner = "Owner", School = "School", TakenOn = "TakenOn", Householder = "Householder", ReleasedOn = "ReleasedOn", Reason = "Reason";

    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D6}");

    public static TableEntity Guard(string home, int places) => new(home, GuardKey) { ["Places"] = places };

    public static TableEntity Of(PlaceRecord record, int number)
    {
        var row = new TableEntity(record.Home, KeyOf(number))
        {
            [Owner] = record.Owner,
            [School] = record.School.Value,
            [TakenOn] = Text(record.TakenOn),
            [Householder] = record.Householder,
        };
        if (record.Release is { } release)
            (row[ReleasedOn], row[Reason]) = (Text(release.On), release.Reason.ToString());
        return row;
    }

    public static PlaceRecord Read(TableEntity row) => new(row.GetString(Owner), row.PartitionKey, SchoolCode.Parse(row.GetString(School)), Day(row.GetString(TakenOn)),
        row.GetString(Householder), row.GetString(ReleasedOn) is { } on ? new PlaceRelease(Day(on), Enum.Parse<PlaceReleaseReason>(row.GetString(Reason))) : null);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
