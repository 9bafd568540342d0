using System.Globalization;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Files.Supply;

namespace Enrollment.Functions.Admission;

/// <summary>The files of a district's supply, a folder an intake year.</summary>
internal static class SupplyFolder
{
    private const int FaultsShown = 20;

    /// <summary>What keeps the folder from being used.</summary>
    public static IReadOnlyList<string> FaultsIn(string folder, string district) => !Directory.Exists(folder)
        ? [$"{folder} is not there"]
        : [.. YearsIn(folder).SelectMany(year => ReadYear(folder, year, district) is SupplyReading.Faulty faulty
            ? faulty.Faults.Take(FaultsShown).Select(fault => $"{year.ToString(CultureInfo.InvariantCulture)}: {fault}")
            : [])];

    public static IReadOnlyDictionary<int, DistrictSupply> Read(string folder, string district) =>
        YearsIn(folder).ToDictionary(year => year, year => ((SupplyReading.Read)ReadYear(folder, year, district)).Supply);

    private static IEnumerable<int> YearsIn(string folder) => Directory.EnumerateDirectories(folder).Select(Path.GetFileName)
        .Where(name => name is { Length: 4 } && name.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Order();

    private static SupplyReading ReadYear(string folder, int year, string district)
    {
        var place = Path.Combine(folder, year.ToString("D4", CultureInfo.InvariantCulture));
        using var schools = Open(place, "schools.csv");
        using var zones = Open(place, "zones.csv");
        using var distances = Open(place, "distances.csv");
        return ReadSupply.Of(new SupplyFiles(schools, zones, distances, district), year);
    }

    // A missing file reads as an empty one, whose fault says what is missing.
    private static Stream Open(string place, string file) =>
        File.Exists(Path.Combine(place, file)) ? File.OpenRead(Path.Combine(place, file)) : new MemoryStream();
}
