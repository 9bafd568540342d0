using Enrollment.Domain.Identity;

namespace Enrollment.Files.Exports;

/// <summary>The sheets of a placement's workbook.</summary>
public static class PlacementSheets
{
    private const string Late = "插班";

    private static readonly string[] ClassHeader = ["班级", "教师团队", "报名号", "姓名", "性别", "凭证号", "备注"];
    private static readonly string[] PostingHeader = ["班级", "教师团队", "姓名", "报名号末四位", "插班生凭证号", "备注"];

    /// <summary>Everything a school prints and signs.</summary>
    /// <param name="lists">The placement.</param>
    /// <param name="more">Tables of others, such as the balance report, between the lists and the page to sign.</param>
    public static IReadOnlyList<Sheet> All(PlacementLists lists, params IEnumerable<Sheet> more) => [Classes(lists), Posting(lists), .. more, SignaturePage.Of(lists)];

    /// <summary>For the school alone: names, tickets, and the row code each family is to get.</summary>
    public static Sheet Classes(PlacementLists lists) => Sheet.Table("班级名单", ClassHeader, lists.Rows.Select(row => (SheetCell[])
    [
        SheetCell.Of(row.Class), SheetCell.Of(row.Team), SheetCell.Of(row.Pupil?.TicketId), SheetCell.Of(row.Pupil?.Name), SheetCell.Of(TextOf(row.Sex)),
        SheetCell.Of(row.Row.ToString()), SheetCell.Of(row.IsLate ? Late : ""),
    ]));

    /// <summary>For the wall: masked names; a late joiner, of whom no name is kept, by row code.</summary>
    public static Sheet Posting(PlacementLists lists) => Sheet.Table("张榜名单", PostingHeader, lists.Rows.Select(row => (SheetCell[])
    [
        SheetCell.Of(row.Class), SheetCell.Of(row.Team), SheetCell.Of(row.Pupil?.MaskedName), SheetCell.Of(row.Pupil?.TicketEnd),
        SheetCell.Of(row.IsLate ? row.Row.ToString() : ""), SheetCell.Of(row.IsLate ? Late : ""),
    ]));

    public static string TextOf(Sex sex) => sex is Sex.Male ? "男" : "女";
}
