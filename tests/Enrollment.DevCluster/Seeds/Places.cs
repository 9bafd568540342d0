using System.Globalization;

namespace Enrollment.DevCluster.Seeds;

/// <summary>A standard address and the area it lies in.</summary>
internal sealed record Place(string AreaCode, string Address);

/// <summary>Addresses that nobody has. Those in Licheng lie in a school's service area.</summary>
internal static class Places
{
    public const string Licheng = "350502";
    public const string Jinjiang = "350582";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [Licheng] = "鲤城区",
        ["350503"] = "丰泽区",
        ["350504"] = "洛江区",
        ["350505"] = "泉港区",
        [Jinjiang] = "晋江市",
    };

    /// <summary>The other districts of the city whose people cannot get a permit in Licheng (C8).</summary>
    public static IReadOnlyList<string> SisterDistricts { get; } = ["350503", "350504", "350505"];

    public static Place InLicheng(Chance chance)
    {
        var area = chance.Pick(chance.Pick(Schools.All).ServiceAreas);
        return Of(Licheng, area.Street, chance.Between(area.NumbersFrom, area.NumbersTo), chance.Pick(area.Compounds), chance);
    }

    public static Place In(string areaCode, Chance chance) =>
        Of(areaCode, chance.Pick(["海丝大道", "浔江路", "惠女街", "洛阳桥巷"]), chance.Between(1, 400), chance.Pick(["滨江苑", "山水居", "新城里"]), chance);

    /// <summary>The slip of a parent at the keyboard: one digit too many.</summary>
    public static string Mistyped(string address) => address.Replace("室", "1室", StringComparison.Ordinal);

    private static Place Of(string areaCode, string street, int number, string compound, Chance chance) => new(areaCode,
        string.Create(CultureInfo.InvariantCulture,
            $"福建省泉州市{Names[areaCode]}{street}{number}号{compound}{chance.Between(1, 18)}幢{chance.Between(1, 18)}{chance.Between(1, 4):00}室"));
}
