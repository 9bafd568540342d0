using System.Globalization;
using static Enrollment.DevCluster.Seeds.Admission.SeedAdmission;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>Children of the household register by zone and month of birth, for the intakes of 2027 to 2032: fewer every year, but for two zones that are being built up.</summary>
internal static class SeedBirths
{
    public const string Header = "zone,month,children";

    private const ulong Seed = 20260831;
    private const int Months = 72;
    private static readonly DateOnly First = new(2020, 9, 1);
    private static readonly HashSet<string> Growing = ["Z0001", "Z0011"];

    public static IEnumerable<string> Rows()
    {
        var chance = new Chance(Seed);
        var zones = Enumerable.Range(0, Schools.All.Count).Where(SeedZones.HasOwn).Select(school => (Code: SeedZones.CodeOf(school), Schools: 1))
            .Concat(SeedZones.Shared.Where(zone => zone.Code != "Z0103").Select(zone => (zone.Code, Schools: zone.Schools.Count)));
        foreach (var (code, schools) in zones)
        {
            for (var month = 0; month < Months; month++)
            {
                var usual = Growing.Contains(code) ? 7 + month / 6 : 8 - month / 24;
                var children = schools * (usual + chance.Between(-2, 2));
                yield return string.Join(',', code, First.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture), Number(children));
            }
        }
    }
}
