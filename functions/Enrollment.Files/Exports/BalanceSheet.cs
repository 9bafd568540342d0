using System.Globalization;
using Enrollment.Domain.Placement.Reporting;

namespace Enrollment.Files.Exports;

/// <summary>A balance report as a table: a line a figure, a column a class.</summary>
public static class BalanceSheet
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    private static readonly string[] Tail = ["极差", "均衡指数", "均衡等级", "随机抽签中极差更小", "相同", "更大"];

    /// <param name="report">What is shown; for everybody, <see cref="BalanceReport.ForPublic"/>.</param>
    public static Sheet Of(BalanceReport report)
    {
        var texts = new BalanceTexts(Chinese);
        string[] header = ["项目", .. Enumerable.Range(1, report.Classes).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c}班")), .. Tail];
        return Sheet.Table("均衡报告", header, Rows(report, texts));
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(BalanceReport report, BalanceTexts texts)
    {
        foreach (var line in report.Counts)
            yield return Row(report, texts.NameOf(line), [.. line.Counts.Select(count => (decimal?)count)], line.Range, line.Lots);
        foreach (var line in report.Numbers)
        {
            yield return Row(report, texts.Get("Mean", texts.NameOf(line.Name)), line.Means, line.MeanRange, line.MeanLots, line);
            yield return Row(report, texts.Get("Deviation", texts.NameOf(line.Name)), line.Deviations, line.DeviationRange, line.DeviationLots);
        }
        yield return [SheetCell.Of(texts.ExcessOf(report))];
        yield return [SheetCell.Of(texts.StandingOf(report.Overall.Lots, report.Lots))];
        if (report.FewerThan is { } fewest)
            yield return [SheetCell.Of(texts.Get("Withheld", fewest))];
    }

    private static List<SheetCell> Row(BalanceReport report, string name, IReadOnlyList<decimal?> values, decimal? range, Standing? lots, NumberLine? index = null) =>
    [
        SheetCell.Of(name), .. values.Select(value => Cell(report, value)), Cell(report, range),
        index?.Index is { } known ? SheetCell.Of(known) : SheetCell.Of(""),
        SheetCell.Of(index?.Band is { } band ? new BalanceTexts(Chinese).Get($"Band_{band}") : ""),
        .. lots is null ? [SheetCell.Of(""), SheetCell.Of(""), SheetCell.Of("")] : new[] { SheetCell.Of(lots.Better), SheetCell.Of(lots.Equal), SheetCell.Of(lots.Worse) },
    ];

    private static SheetCell Cell(BalanceReport report, decimal? value) =>
        value is { } known ? SheetCell.Of(known) : SheetCell.Of(report.FewerThan is { } fewest ? string.Create(CultureInfo.InvariantCulture, $"<{fewest}") : "");
}
