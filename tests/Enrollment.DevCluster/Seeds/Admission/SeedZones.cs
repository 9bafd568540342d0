using System.Globalization;
using static Enrollment.DevCluster.Seeds.Admission.SeedAdmission;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>
/// Service areas: one zone a school, but in the old town several schools share one (多校片区); the two campuses of 通政 have zones of their own
/// and a common one besides. One street went to a neighbor this year.
/// </summary>
internal static class SeedZones
{
    public const string Header = "zone,kind,schools,validFrom,validTo,street,numbersFrom,numbersTo,parity,compound";

    private const int FirstYear = 2024;

    /// <summary>The street that changed: from the second school's zone to the first one's.</summary>
    private const int Moved = 2;

    /// <summary>Zones that several schools serve, by the schools' places in the list.</summary>
    public static IReadOnlyList<(string Code, IReadOnlyList<int> Schools)> Shared { get; } = [("Z0101", [12, 13, 14]), ("Z0102", [15, 16]), ("Z0103", [3, 4])];

    public static string CodeOf(int school) => string.Create(CultureInfo.InvariantCulture, $"Z{school + 1:0000}");

    /// <summary>Has the school a zone of its own? Those of the old town have not.</summary>
    public static bool HasOwn(int school) => school is < 12 or > 16;

    public static IEnumerable<string> Rows()
    {
        for (var i = 0; i < Schools.All.Count; i++)
        {
            for (var j = 0; HasOwn(i) && j < Schools.All[i].ServiceAreas.Count; j++)
            {
                var area = Schools.All[i].ServiceAreas[j];
                var isMoved = i == 0 && j == Moved;
                if (isMoved)
                    yield return Houses(CodeOf(1), "single", Schools.All[1].Code, FirstYear, SeedFamilies.IntakeYear - 1, area, "");
                foreach (var side in j == 1 ? new[] { "odd", "even" } : [""])
                    yield return Houses(CodeOf(i), "single", Schools.All[i].Code, isMoved ? SeedFamilies.IntakeYear : FirstYear, null, area, side);
                foreach (var compound in area.Compounds)
                    yield return Compound(CodeOf(i), "single", Schools.All[i].Code, isMoved ? SeedFamilies.IntakeYear : FirstYear, area, compound);
            }
        }
        foreach (var (code, schools) in Shared)
        {
            var names = string.Join(' ', schools.Select(school => Schools.All[school].Code));
            foreach (var area in schools.SelectMany(school => Schools.All[school].ServiceAreas))
            {
                yield return Houses(code, "multi", names, FirstYear, null, area, "");
                foreach (var compound in area.Compounds)
                    yield return Compound(code, "multi", names, FirstYear, area, compound);
            }
        }
    }

    private static string Houses(string zone, string kind, string schools, int from, int? to, ServiceArea area, string side) =>
        string.Join(',', zone, kind, schools, Number(from), to is { } last ? Number(last) : "", area.Street, Number(area.NumbersFrom), Number(area.NumbersTo), side, "");

    private static string Compound(string zone, string kind, string schools, int from, ServiceArea area, string compound) =>
        string.Join(',', zone, kind, schools, Number(from), "", area.Street, "", "", "", compound);
}
