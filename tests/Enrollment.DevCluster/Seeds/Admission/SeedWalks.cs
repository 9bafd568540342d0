using static Enrollment.DevCluster.Seeds.Admission.SeedAdmission;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>Walking distances: along the streets of the board, from the middle of a zone's buildings to each school.</summary>
internal static class SeedWalks
{
    public const string Header = "zone,school,meters";

    private const int ToTheGate = 120;

    public static IEnumerable<string> Rows()
    {
        var own = Enumerable.Range(0, Schools.All.Count).Where(SeedZones.HasOwn).Select(school => (Code: SeedZones.CodeOf(school), Schools: (IReadOnlyList<int>)[school]));
        foreach (var zone in own.Concat(SeedZones.Shared))
        {
            var middles = zone.Schools.Select(SeedMap.MiddleOf).ToList();
            var (east, north) = (middles.Sum(middle => middle.East) / middles.Count, middles.Sum(middle => middle.North) / middles.Count);
            for (var school = 0; school < Schools.All.Count; school++)
            {
                var (schoolEast, schoolNorth) = SeedMap.PlaceOf(school);
                yield return string.Join(',', zone.Code, Schools.All[school].Code, Number(Math.Abs(east - schoolEast) + Math.Abs(north - schoolNorth) + ToTheGate));
            }
        }
    }
}
