using System.Globalization;

namespace Enrollment.DevCluster.Seeds;

/// <summary>The primary schools DOMAIN.md section 5 names. Codes, streets and compounds are invented.</summary>
internal static class Schools
{
    private const int StreetsPerSchool = 3;
    private const int CompoundsPerStreet = 3;

    private static readonly (string Name, string? Campus, SchoolAuthority Authority)[] Named =
    [
        ("前店南山小学", null, SchoolAuthority.District),
        ("黄石小学", null, SchoolAuthority.District),
        ("鲤城区第二实验小学", null, SchoolAuthority.District),
        ("通政中心小学", "田中校区", SchoolAuthority.District),
        ("通政中心小学", "北校区", SchoolAuthority.District),
        ("西隅中心小学", "坂头校区", SchoolAuthority.District),
        ("鲤城区实验小学", "延陵校区", SchoolAuthority.District),
        ("鲤城区第三中心小学", null, SchoolAuthority.District),
        ("泉州市第二中心小学", "常泰校区", SchoolAuthority.District),
        ("新步实验小学", null, SchoolAuthority.District),
        ("金浦小学", null, SchoolAuthority.District),
        ("明新中心小学", null, SchoolAuthority.District),
        ("立成小学", null, SchoolAuthority.District),
        ("东门实验小学", null, SchoolAuthority.District),
        ("新村小学", null, SchoolAuthority.District),
        ("新隅小学", null, SchoolAuthority.District),
        ("昇文小学", null, SchoolAuthority.District),
        ("泉州市实验小学", "笋浯校区", SchoolAuthority.Municipal),
        ("泉州市实验小学", "开元校区", SchoolAuthority.Municipal),
        ("泉州市实验小学", "大兴校区", SchoolAuthority.Municipal),
        ("泉州市晋光小学", "南俊校区", SchoolAuthority.Municipal),
        ("泉州市晋光小学", "东海校区", SchoolAuthority.Municipal),
        ("泉州市晋光小学", "滨海校区", SchoolAuthority.Municipal),
        ("泉州师范学院附属小学", null, SchoolAuthority.Municipal),
        ("泉州市第二实验小学", null, SchoolAuthority.Municipal),
    ];

    private static readonly string[] StreetWords =
    [
        "榕荫", "桐影", "荔香", "竹溪", "松涛", "梅岭脚", "兰圃", "菊畦", "枫桥", "柳堤", "荷塘", "莲步", "橘井", "茶亭", "桂坊",
        "云阶", "霞浦", "晴川", "雨巷", "雪桥", "星野", "月台", "朝晖", "暮帆", "潮声",
    ];

    private static readonly string[] StreetKinds = ["路", "街", "巷"];

    private static readonly string[] CompoundWords =
        ["锦绣", "文华", "翰林", "书香", "鲤跃", "泉涌", "刺桐", "海丝", "清源", "紫云", "金鱼", "凤栖", "鹤鸣", "鹿苑", "麟趾"];

    private static readonly string[] CompoundKinds =
        ["花园", "新村", "嘉园", "雅苑", "名邸", "公寓", "家园", "华庭", "小区", "里", "苑", "居", "阁", "台", "坊"];

    public static IReadOnlyList<School> All { get; } = [.. Named.Select((school, i) => new School(
        string.Create(CultureInfo.InvariantCulture, $"LC{i + 1:000}"), school.Name, school.Campus, school.Authority,
        [.. Enumerable.Range(i * StreetsPerSchool, StreetsPerSchool).Select(Area)]))];

    private static ServiceArea Area(int street) => new(
        StreetWords[street / StreetKinds.Length] + StreetKinds[street % StreetKinds.Length],
        NumbersFrom: 1, NumbersTo: 200,
        [.. Enumerable.Range(street * CompoundsPerStreet, CompoundsPerStreet).Select(Compound)]);

    private static string Compound(int compound) =>
        CompoundWords[compound % CompoundWords.Length] + CompoundKinds[compound / CompoundWords.Length];
}
