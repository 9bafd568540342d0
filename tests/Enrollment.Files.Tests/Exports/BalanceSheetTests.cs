using Enrollment.Domain.Placement.Reporting;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Tests.Exports;

public sealed class BalanceSheetTests
{
    private static readonly BalanceReport Report = new(BalanceReport.KnownFormat, 6, 2, 1000, FewerThan: null,
        [new CountLine("heads", Level: null, [3, 3], 0, new Standing(0, 1000, 0)), new CountLine("category:特长", 1, [2, 1], 1, new Standing(0, 400, 600))],
        [new NumberLine("score:数学", [801.5m, 799m], [10m, 12.25m], 2.5m, 2.25m, 0.1m, 0.25m, BalanceBand.HighlyBalanced, new Standing(3, 0, 997), new Standing(5, 0, 995))],
        new OverallLine(0.1m, 0.05m, 0.002m, new Standing(0, 0, 1000)));

    [Fact]
    public void Of_Report_HasALineAFigureWithRangeIndexAndStanding()
    {
        var sheet = BalanceSheet.Of(Report);

        string[][] rows = [.. sheet.Rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        Assert.Equal(["项目", "1班", "2班", "极差", "均衡指数", "均衡等级", "随机抽签中极差更小", "相同", "更大"], rows[0]);
        Assert.Equal(["人数", "3", "3", "0", "", "", "0", "1000", "0"], rows[1]);
        Assert.Equal(["特长 第 1 组", "2", "1", "1", "", "", "0", "400", "600"], rows[2]);
        Assert.Equal(["数学（十分之一分） 平均值", "801.5", "799", "2.5", "0.25", "高度均衡", "3", "0", "997"], rows[3]);
        Assert.Equal(["数学（十分之一分） 标准差", "10", "12.25", "2.25", "", "", "5", "0", "995"], rows[4]);
        Assert.Contains("0.002", rows[5][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WithheldFigure_SaysSoAndGivesNoNumber()
    {
        var sheet = BalanceSheet.Of(Report with { FewerThan = 3, Counts = [new CountLine("boys", Level: null, [null, 3], Range: null, Lots: null)] });

        Assert.Equal(["男生", "<3", "3", "<3", "", "", "", "", ""], sheet.Rows[1].Select(cell => cell.Text));
        Assert.Null(sheet.Rows[1][1].Number);
    }
}
