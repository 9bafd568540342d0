using System.Globalization;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Functions.Admission;

/// <summary>The files of a district's supply, a folder an intake year.</summary>
internal static class SupplyFolder
{
    private const int FaultsShown = 20;

    /// <summary>What keeps the folder from being used.</summary>
    public static IReadOnlyList<string> FaultsIn(string folder, string district)
    {
        if (!Directory.Exists(folder))
            return [$"{folder} is not there"];
        var faults = new List<string>();
        foreach (var year in YearsIn(folder))
        {
            if (ReadLists(folder, year, district) is SupplyReading.Faulty lists)
                faults.AddRange(lists.Faults.Take(FaultsShown).Select(fault => Line(year, fault)));
            if (ReadDistances(folder, year) is WalkReading.Faulty walks)
                faults.AddRange(walks.Faults.Take(FaultsShown).Select(fault => Line(year, fault)));
        }
        return faults;
    }

    /// <summary>All years, from a folder without faults.</summary>
    public static IReadOnlyDictionary<int, YearSupply> Read(string folder, string district) => YearsIn(folder).ToDictionary(year => year,
        year => new YearSupply(((SupplyReading.Read)ReadLists(folder, year, district)).Supply, ((WalkReading.Read)ReadDistances(folder, year)).Walks));

    private static string Line(int year, SupplyFault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}/{fault.File.ToString().ToLowerInvariant()}.csv line {fault.Line} {fault.Column}: {fault.Code.ToWireForm()} {fault.Detail}").TrimEnd();

    private static IEnumerable<int> YearsIn(string folder) => Directory.EnumerateDirectories(folder).Select(Path.GetFileName)
        .Where(name => name is { Length: 4 } && name.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Order();

    private static SupplyReading ReadLists(string folder, int year, string district)
    {
        using var schools = Open(folder, year, "schools.csv");
        using var zones = Open(folder, year, "zones.csv");
        return ReadSupply.Of(new SupplyFiles(schools, zones, Map: null, Buildings: null, district, PlaneUnit.Meters), year);
    }

    private static WalkReading ReadDistances(string folder, int year)
    {
        using var distances = Open(folder, year, "distances.csv");
        return ReadWalks.Of(distances);
    }

    // A missing file reads as an empty one, whose fault says what is missing.
    private static Stream Open(string folder, int year, string file)
    {
        var path = Path.Combine(folder, year.ToString("D4", CultureInfo.InvariantCulture), file);
        return File.Exists(path) ? File.OpenRead(path) : new MemoryStream();
    }
}

/// <summary>A year's schools, service areas and walks.</summary>
internal sealed record YearSupply(DistrictSupply Supply, WalkTable Walks);
