using Enrollment.Domain.Identity;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Names of invented people.</summary>
internal static class Names
{
    private static readonly string[] Surnames =
        ["陈", "林", "黄", "王", "张", "吴", "李", "蔡", "许", "郑", "苏", "庄", "杨", "刘", "洪", "曾", "谢", "郭", "叶", "施", "傅", "潘", "欧阳", "上官"];

    private static readonly string[] MaleCharacters =
        ["志", "伟", "建", "国", "宇", "轩", "浩", "然", "俊", "杰", "子", "涵", "文", "博", "嘉", "泽", "明", "辉", "鸿", "毅", "瑞", "霖", "承", "远"];

    private static readonly string[] FemaleCharacters =
        ["丽", "雅", "婷", "梓", "萱", "欣", "怡", "诗", "琪", "思", "雨", "佳", "颖", "静", "淑", "芬", "美", "玲", "若", "汐", "语", "桐", "安", "宁"];

    private static readonly string[] MaleGivenWithMiddot = ["阿迪力", "买买提", "吐尔逊", "艾力", "库尔班", "多吉", "扎西"];
    private static readonly string[] FemaleGivenWithMiddot = ["阿依古丽", "古丽娜尔", "热孜万", "帕丽旦", "卓玛", "央金"];

    // Ext A, Ext B and rarely drawn characters of the basic plane: one or two UTF-16 units each.
    private static readonly string[] RareCharacters = ["䶮", "㛃", "堃", "喆", "旻", "甡", "\U00023C98", "\U00021484", "翀", "昶"];

    public static string Surname(Chance chance) => chance.Pick(Surnames);

    public static string Full(Chance chance, Naming naming, string surname, Sex sex) => naming switch
    {
        Naming.Middot => $"{chance.Pick(sex is Sex.Male ? MaleGivenWithMiddot : FemaleGivenWithMiddot)}·{chance.Pick(MaleGivenWithMiddot)}",
        Naming.Rare => surname + chance.Pick(RareCharacters) + Given(chance, sex),
        _ => surname + Given(chance, sex) + (chance.OneIn(6) ? "" : Given(chance, sex)),
    };

    /// <summary>The slip of a parent at the keyboard: another last character.</summary>
    public static string Mistyped(string name) => name[..^1] + (name.EndsWith('晨') ? "辰" : "晨");

    private static string Given(Chance chance, Sex sex) => chance.Pick(sex is Sex.Male ? MaleCharacters : FemaleCharacters);
}
