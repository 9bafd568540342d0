using Enrollment.Domain.Admission.Forecast;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Supply;

/// <summary>A forecast as a table; zones without a school stand below the schools.</summary>
public static class DemandSheet
{
    private static readonly string[] Header = ["学校代码", "片区代码", "招生年份", "需求", "学位", "余缺", "预警", "数据完整"];

    /// <summary>The table.</summary>
    public static Sheet Of(DemandReport report) => Sheet.Table("学位预警", Header,
    [
        .. report.Lines.Select(line => (IReadOnlyList<SheetCell>)[SheetCell.Of(line.School.Value), SheetCell.Of(""), SheetCell.Of(line.Year), SheetCell.Of(line.Needed), SheetCell.Of(line.Seats),
            SheetCell.Of(line.Left), SheetCell.Of(ColorOf(line.Level)), SheetCell.Of(line.IsWhole ? "是" : "否")]),
        .. report.Unserved.Select(zone => (IReadOnlyList<SheetCell>)[SheetCell.Of(""), SheetCell.Of(zone.Zone.Value), SheetCell.Of(zone.Year), SheetCell.Of(zone.Needed), SheetCell.Of(0),
            SheetCell.Of(-zone.Needed), SheetCell.Of(ColorOf(DemandLevel.Red)), SheetCell.Of("")]),
    ]);

    /// <summary>The level's Chinese word.</summary>
    public static string ColorOf(DemandLevel level) => level switch
    {
        DemandLevel.Green => "绿",
        DemandLevel.Yellow => "黄",
        DemandLevel.Orange => "橙",
        DemandLevel.Red => "红",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
