using System.Globalization;
using static Enrollment.DevCluster.Seeds.Admission.SeedAdmission;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>The district as a board of five by five squares, a school's area in each; buildings stand in them, and meters are the unit.</summary>
internal static class SeedMap
{
    public const string BuildingHeader = "building,address,east,north";

    private const int Side = 1200, Columns = 5, Origin = 10_000;
    private const int BuildingsPerCompound = 2;

    /// <summary>Where a school stands: near the middle of its square.</summary>
    public static (int East, int North) PlaceOf(int school) =>
        (Origin + school % Columns * Side + 500 + school * 37 % 200, Origin + school / Columns * Side + 500 + school * 53 % 200);

    /// <summary>The middle of a school's square.</summary>
    public static (int East, int North) MiddleOf(int school) => (Origin + (school % Columns * Side) + (Side / 2), Origin + (school / Columns * Side) + (Side / 2));

    public static IEnumerable<string> Buildings()
    {
        for (var i = 0; i < Schools.All.Count; i++)
        {
            var number = 0;
            foreach (var (street, j) in Schools.All[i].ServiceAreas.Select((street, j) => (street, j)))
            {
                foreach (var (compound, k) in street.Compounds.Select((compound, k) => (compound, k)))
                {
                    for (var building = 1; building <= BuildingsPerCompound; building++)
                    {
                        var (east, north) = (Origin + i % Columns * Side + 100 + j * 400 + building * 60, Origin + i / Columns * Side + 100 + k * 350);
                        yield return string.Create(CultureInfo.InvariantCulture,
                            $"{Schools.All[i].Code}-{++number:00},福建省泉州市鲤城区{street.Street}{(k + 1) * 20}号{compound}{building}幢,{east},{north}");
                    }
                }
            }
        }
    }

    public static string GeoJson()
    {
        var own = Enumerable.Range(0, Schools.All.Count).Where(SeedZones.HasOwn).Select(school => (Code: SeedZones.CodeOf(school), Schools: (IReadOnlyList<int>)[school]));
        var features = own.Concat(SeedZones.Shared).Select(zone =>
            $$$"""{"type":"Feature","properties":{"zone":"{{{zone.Code}}}"},"geometry":{"type":"MultiPolygon","coordinates":[{{{string.Join(',', zone.Schools.Select(Square))}}}]}}""");
        return $"{{\"type\":\"FeatureCollection\",\"features\":[\n{string.Join(",\n", features)}\n]}}\n";
    }

    private static string Square(int school)
    {
        var (left, bottom) = (Origin + school % Columns * Side, Origin + school / Columns * Side);
        var corners = new[] { (left, bottom), (left + Side, bottom), (left + Side, bottom + Side), (left, bottom + Side), (left, bottom) };
        return $"[[{string.Join(',', corners.Select(corner => $"[{Number(corner.Item1)},{Number(corner.Item2)}]"))}]]";
    }
}
