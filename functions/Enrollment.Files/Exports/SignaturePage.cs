using System.Globalization;
using Enrollment.Domain.Identity;

namespace Enrollment.Files.Exports;

/// <summary>The page that principal, bureau, notary and parents sign after the draw: what was drawn, from what, and how the classes came out.</summary>
internal static class SignaturePage
{
    private const string Line = "＿＿＿＿＿＿＿＿＿＿＿＿";

    private static readonly int[] Widths = [22, 14, 14, 40];
    private static readonly string[] Signing = ["校长", "教育主管部门", "公证人员", "家长代表（一）", "家长代表（二）", "家长代表（三）"];

    public static Sheet Of(PlacementLists lists) => new("签字页", Widths,
    [
        [SheetCell.Heading("均衡编班结果确认书")],
        Pair("学校", lists.Name.School),
        Pair("入学年份", lists.Name.Year.ToString(CultureInfo.InvariantCulture)),
        Pair("编班批次", lists.Name.Run),
        Pair("名单 SHA-256", lists.Digests.Sha256.ToString()),
        Pair("名单 SM3", lists.Digests.Sm3.ToString()),
        Pair("承诺值", lists.Commitment.ToString()),
        Pair("现场随机数", lists.Entropy),
        Pair("结果 SHA-256", lists.Result.ToString()),
        [],
        [SheetCell.Heading("班级"), SheetCell.Heading("男"), SheetCell.Heading("女"), SheetCell.Heading("合计")],
        .. lists.Rows.GroupBy(row => row.Class).Select(group => Counts(SheetCell.Of(group.Key), [.. group])),
        Counts(SheetCell.Heading("合计"), lists.Rows),
        .. lists.Rows.Count(row => row.IsLate) is > 0 and var late ? [Pair("其中插班", late.ToString(CultureInfo.InvariantCulture))] : (SheetCell[][])[],
        [],
        .. Signing.Select(who => (SheetCell[])[SheetCell.Heading(who), SheetCell.Of("签字："), SheetCell.Of(Line), SheetCell.Of("日期：　　　　年　　月　　日")]),
        [SheetCell.Heading("学校（盖章）"), SheetCell.Of(""), SheetCell.Of(""), SheetCell.Of("教育主管部门（盖章）")],
    ], IsTable: false);

    private static SheetCell[] Pair(string name, string value) => [SheetCell.Heading(name), SheetCell.Of(value)];

    private static SheetCell[] Counts(SheetCell name, IReadOnlyList<ListedRow> rows) =>
        [name, SheetCell.Of(rows.Count(row => row.Sex is Sex.Male)), SheetCell.Of(rows.Count(row => row.Sex is Sex.Female)), SheetCell.Of(rows.Count)];
}
