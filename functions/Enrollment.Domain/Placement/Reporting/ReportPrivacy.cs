namespace Enrollment.Domain.Placement.Reporting;

/// <summary>
/// Withholds counts of fewer than three children, then so many more that nothing withheld can be worked out from what is left: in every line, and over all
/// levels of a category in every class, none is withheld or at least two are.
/// </summary>
internal static class ReportPrivacy
{
    public const int FewerThan = 3;

    private static readonly string[] Sexes = ["boys", "girls"];

    public static BalanceReport Withhold(BalanceReport report)
    {
        var counts = report.Counts.Select(line => line.Counts.Select(count => count ?? 0).ToArray()).ToArray();
        var isOpen = counts.Select(line => line.Select(count => count >= FewerThan).ToArray()).ToArray();
        // Boys and girls sum up to the heads, levels of a category too.
        int[][] families = [.. report.Counts.Select((line, l) => (Family: Sexes.Contains(line.Name, StringComparer.Ordinal) ? "sex" : line.Name, l))
            .GroupBy(pair => pair.Family, StringComparer.Ordinal).Select(family => family.Select(pair => pair.l).ToArray())];
        // What is closed in one line may leave another one alone.
        for (var hasClosed = true; hasClosed;)
        {
            hasClosed = false;
            foreach (var family in families)
                hasClosed |= Close(family, counts, isOpen);
        }
        bool[] isSmall = [.. counts[0].Select(heads => heads < FewerThan)];
        return report with
        {
            FewerThan = FewerThan,
            Counts = [.. report.Counts.Select((line, l) => Withheld(line, isOpen[l]))],
            Numbers = [.. report.Numbers.Select(line => isSmall.Any(small => small) ? Withheld(line, isSmall) : Coarse(line))],
        };
    }

    /// <summary>Closes a second cell wherever one is closed alone; true when any was.</summary>
    private static bool Close(int[] family, int[][] counts, bool[][] isOpen)
    {
        var hasClosed = false;
        foreach (var line in family)
            hasClosed |= CloseSecond([.. Enumerable.Range(0, counts[line].Length).Select(c => (line, c))], counts, isOpen);
        for (var c = 0; family.Length > 1 && c < counts[0].Length; c++)
            hasClosed |= CloseSecond([.. family.Select(line => (line, c))], counts, isOpen);
        return hasClosed;
    }

    private static bool CloseSecond((int Line, int Class)[] cells, int[][] counts, bool[][] isOpen)
    {
        if (cells.Length < 2 || cells.Count(cell => !isOpen[cell.Line][cell.Class]) != 1)
            return false;
        var (line, number) = cells.Where(cell => isOpen[cell.Line][cell.Class]).MinBy(cell => counts[cell.Line][cell.Class]);
        isOpen[line][number] = false;
        return true;
    }

    private static CountLine Withheld(CountLine line, bool[] isOpen) => isOpen.All(open => open)
        ? line
        : line with { Counts = [.. line.Counts.Select((count, c) => isOpen[c] ? count : null)], Range = null, Lots = null };

    // A mean to the thousandth is a class's exact sum, and two reports of one roster with and without a child would tell the child's score.
    private static NumberLine Coarse(NumberLine line) => line with { Means = [.. line.Means.Select(Whole)], Deviations = [.. line.Deviations.Select(Whole)] };

    private static decimal? Whole(decimal? value) => value is { } known ? decimal.Floor(known + 0.5m) : null;

    // The band stays: it is too coarse to tell anything about a child.
    private static NumberLine Withheld(NumberLine line, bool[] isSmall) => line with
    {
        Means = [.. line.Means.Select((mean, c) => isSmall[c] ? null : Whole(mean))],
        Deviations = [.. line.Deviations.Select((deviation, c) => isSmall[c] ? null : Whole(deviation))],
        MeanRange = null,
        DeviationRange = null,
        Distance = null,
        Index = null,
        MeanLots = null,
        DeviationLots = null,
    };
}
