using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Files.Supply;

/// <summary>Reads walking distances: one row a zone and school. Whether any is missing is for a round's list to say.</summary>
public static class ReadWalks
{
    private const int MostRows = 1_000_000;
    private const int MostMeters = 100_000;

    private static readonly SupplyColumn Zone = new("zone", "片区代码", IsRequired: true);
    private static readonly SupplyColumn School = new("school", "学校代码", IsRequired: true);
    private static readonly SupplyColumn Meters = new("meters", "步行米数", IsRequired: true);

    /// <summary>Reads the file; the stream must be able to seek.</summary>
    public static WalkReading Of(Stream csv)
    {
        var faults = new SupplyFaults();
        var (walks, lines) = (new Dictionary<(ZoneCode, SchoolCode), int>(), new Dictionary<(ZoneCode, SchoolCode), int>());
        new SupplySheet(SupplyFile.Distances, [Zone, School, Meters], MostRows, faults).Read(csv, row => Add(row, walks, lines));
        return faults.IsBroken ? new WalkReading.Faulty(faults.InOrder(), faults.Count) : new WalkReading.Read(new WalkTable(walks));
    }

    private static void Add(SupplyRow row, Dictionary<(ZoneCode, SchoolCode), int> walks, Dictionary<(ZoneCode, SchoolCode), int> lines)
    {
        var (zone, school, meters) = (ZoneIn(row), SchoolSheet.SchoolIn(row, School), row.Number(Meters, 0, MostMeters, isRequired: true));
        if (zone is not null && school is not null && !lines.TryAdd((zone, school), row.Line))
            row.Add(School, SupplyFaultCode.DistanceTwice, lines[(zone, school)].ToString(CultureInfo.InvariantCulture));
        if (!row.IsFaulty)
            walks[(zone!, school!)] = meters!.Value;
    }

    private static ZoneCode? ZoneIn(SupplyRow row)
    {
        if (row.Text(Zone, isRequired: true) is not { } text)
            return null;
        if (ZoneCode.TryParse(text, out var code))
            return code;
        row.Add(Zone, SupplyFaultCode.CodeForm);
        return null;
    }
}

/// <summary>What reading walking distances gives. Closed.</summary>
public abstract record WalkReading
{
    private WalkReading()
    {
    }

    /// <summary>Everything was read.</summary>
    public sealed record Read(WalkTable Walks) : WalkReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : WalkReading;
}
