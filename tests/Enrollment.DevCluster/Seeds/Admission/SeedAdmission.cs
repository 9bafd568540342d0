using System.Globalization;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>Supply of the seeded district: plans, service areas as lists and as a map, buildings, births and building projects. All invented.</summary>
internal static class SeedAdmission
{
    public static void Write(string folder, SeedSet seeds)
    {
        Directory.CreateDirectory(folder);
        WriteTable(folder, "schools.csv", SeedPlans.Header, SeedPlans.Rows(factor: 1));
        // Five times the families, five times the places.
        WriteTable(folder, "schools-10000.csv", SeedPlans.Header, SeedPlans.Rows(factor: 5));
        WriteTable(folder, "zones.csv", SeedZones.Header, SeedZones.Rows());
        WriteTable(folder, "distances.csv", SeedWalks.Header, SeedWalks.Rows());
        WriteTable(folder, "buildings.csv", SeedMap.BuildingHeader, SeedMap.Buildings());
        WriteTable(folder, "births.csv", SeedBirths.Header, SeedBirths.Rows());
        WriteTable(folder, "candidates.csv", SeedCandidates.Header, SeedCandidates.Rows(seeds));
        WriteTable(folder, "projects.csv", SeedPlans.ProjectHeader, SeedPlans.Projects());
        File.WriteAllText(Path.Combine(folder, "zones.geojson"), SeedMap.GeoJson());
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // No cell has a comma: names of streets and compounds are invented here.
    private static void WriteTable(string folder, string name, string header, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(folder, name), string.Concat(rows.Prepend(header).Select(row => row + "\n")));
}
