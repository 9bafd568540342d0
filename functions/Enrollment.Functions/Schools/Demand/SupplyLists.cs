using System.Globalization;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Functions.Schools.Demand;

/// <summary>Schools, service areas and walking distances in the folder of the district's supply.</summary>
internal static class SupplyLists
{
    private const string Name = "distances.csv";
    private const int FaultsShown = 20;

    public static IReadOnlyList<string> FaultsIn(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name)))
            return [$"{Path.Combine(folder, Name)} is not there"];
        return Read(folder) is WalkReading.Faulty faulty ? [.. faulty.Faults.Take(FaultsShown).Select(fault => SupplyTexts.Of(fault, CultureInfo.InvariantCulture))] : [];
    }

    /// <summary>From a folder without faults.</summary>
    public static DistrictSupply Of(string folder, string district)
    {
        using var schools = File.OpenRead(Path.Combine(folder, "schools.csv"));
        using var zones = File.OpenRead(Path.Combine(folder, "zones.csv"));
        // The year only chooses which buildings are compared, and there are none.
        return ((SupplyReading.Read)ReadSupply.Of(new SupplyFiles(schools, zones, Map: null, Buildings: null, district, PlaneUnit.Meters), year: 0)).Supply;
    }

    /// <summary>From a folder without faults.</summary>
    public static WalkTable WalksOf(string folder) => ((WalkReading.Read)Read(folder)).Walks;

    private static WalkReading Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, Name));
        return ReadWalks.Of(file);
    }
}
