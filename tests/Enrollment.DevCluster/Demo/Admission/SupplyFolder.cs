namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>The seeds' schools and service areas as the host reads them, with a plan that the families fit into.</summary>
internal static class SupplyFolder
{
    private const int PlacesOfTheUsualPlan = 2000;
    private static readonly string[] Files = ["zones.csv", "distances.csv", "births.csv", "projects.csv"];

    public static string Write(string folder, int families)
    {
        var (seeds, supply) = (Repository.PathOf("seeds/admission"), Directory.CreateDirectory(Path.Combine(folder, "supply")).FullName);
        foreach (var file in Files)
            File.Copy(Path.Combine(seeds, file), Path.Combine(supply, file));
        File.Copy(Path.Combine(seeds, families <= PlacesOfTheUsualPlan ? "schools.csv" : "schools-10000.csv"), Path.Combine(supply, "schools.csv"));
        return supply;
    }
}
