using System.Globalization;
using Enrollment.Domain.Placement;
using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>How figures look.</summary>
internal static class Tables
{
    public static Table Of(string title, params string[] columns)
    {
        var table = new Table().Title(title);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).NoWrap());
        return table;
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(time.TotalSeconds < 0.01 ? "0.000000" : "0.00", CultureInfo.InvariantCulture);

    public static string Excess(double excess) => excess.ToString("0.0e-0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Budget(SearchBudget budget) => string.Create(CultureInfo.InvariantCulture, $"{budget.Starts} x {budget.Epochs} x {budget.Kicks}");
}
