using System.Globalization;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>What a test looks at of a reading.</summary>
internal static class Reading
{
    public static readonly int[] TwoClasses = [30, 30];

    public static RosterReading OfCsv(IEnumerable<string[]> grid) => ReadRoster.FromCsv(SomeRoster.Csv(grid), TwoClasses);

    public static RosterReading OfBook(IEnumerable<string[]> grid) => ReadRoster.FromWorkbook(SomeBook.Of(grid).Save());

    public static Roster Roster(this RosterReading reading) =>
        reading is RosterReading.Read { Roster: var roster } ? roster : throw new InvalidOperationException(string.Join(" | ", reading.Faults()));

    /// <summary>Faults as "D3 Code", "3 Code" for a row and "Code" for a sheet; other sheets than the pupils' are named.</summary>
    public static string[] Faults(this RosterReading reading) =>
        reading is RosterReading.Faulty faulty ? [.. faulty.Faults.Select(Said)] : [];

    private static string Said(RosterFault fault) =>
        $"{(fault.Sheet is RosterSheet.Pupils ? "" : fault.Sheet + " ")}{(fault.Row == 0 ? "" : fault.Column + fault.Row.ToString(CultureInfo.InvariantCulture) + " ")}{fault.Code}";
}
