using static Enrollment.DevCluster.Seeds.Admission.SeedAdmission;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>Plans of the 25 schools: together enough for a season of 2,000 families, and at the tight ones fewer than want to go there.</summary>
internal static class SeedPlans
{
    public const string Header = "code,name,authority,year,seats,tight,method,east,north";
    public const string ProjectHeader = "project,school,opens,places";

    private const int Seats = 90, TightSeats = 60;
    private static readonly int[] Years = [2025, SeedFamilies.IntakeYear];
    private static readonly HashSet<string> Tight = ["LC003", "LC007", "LC014", "LC019", "LC021", "LC025"];

    public static IEnumerable<string> Rows(int factor) => Years.SelectMany(year => Schools.All.Select((school, i) => Row(school, i, year, factor)));

    // DOMAIN.md section 5: 5,700 new places from six projects; which schools and when is invented.
    public static IEnumerable<string> Projects() =>
    [
        "前店南山小学扩建,LC001,2027,1080",
        "黄石小学新校区,LC002,2028,1080",
        "第二实验小学教学楼,LC003,2027,540",
        "实验小学延陵校区二期,LC007,2029,900",
        "金浦小学扩建,LC011,2028,750",
        "新村小学迁建,LC015,2030,1350",
    ];

    private static string Row(School school, int i, int year, int factor)
    {
        var isTight = Tight.Contains(school.Code);
        // Campuses of one school draw lots, others go by date; two changed their method this year.
        var isLot = school.Campus is not null || (i % 7 == 2 && year == SeedFamilies.IntakeYear);
        var (east, north) = SeedMap.PlaceOf(i);
        return string.Join(',', school.Code, school.Name + school.Campus, school.Authority.ToString(), Number(year), Number((isTight ? TightSeats : Seats) * factor),
            isTight ? "yes" : "no", isLot ? "Lot" : "SettlementDate", Number(east), Number(north));
    }
}
