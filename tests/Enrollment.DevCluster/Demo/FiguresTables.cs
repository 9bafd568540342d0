using System.Globalization;
using Enrollment.Domain.Verification;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

internal static class FiguresTables
{
    private const int DifferencesShown = 20;

    public static void Print(Figures figures, IAnsiConsole console)
    {
        if (!console.Profile.Capabilities.Interactive)
            console.Profile.Width = Math.Max(console.Profile.Width, 140);
        console.WriteLine();
        console.Write(OutcomeTable(figures));
        console.Write(CheckTable(figures));
        PrintTimes(figures, console);
        PrintDifferences(figures, console);
    }

    private static Table OutcomeTable(Figures figures)
    {
        var states = figures.Outcomes.Select(outcome => outcome.Status).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var table = new Table().Title("Where the families ended").AddColumns("claimed category", "established category");
        foreach (var state in states)
            table.AddColumn(new TableColumn(state).RightAligned());

        foreach (var row in figures.Outcomes.GroupBy(outcome => (outcome.Claimed, outcome.Established, outcome.Proposed)))
        {
            var established = row.Key.Established ?? (row.Key.Proposed is null ? "a person decides" : $"a person decides ({row.Key.Proposed} proposed)");
            var counts = states.Select(state => Number(row.Where(outcome => outcome.Status == state).Sum(outcome => outcome.Families)));
            table.AddRow([row.Key.Claimed, established, .. counts]);
        }

        return table;
    }

    private static Table CheckTable(Figures figures)
    {
        var states = figures.Checks.Select(check => check.Status).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var table = new Table().Title("What the departments answered").AddColumn("department");
        foreach (var state in states)
            table.AddColumn(new TableColumn(state).RightAligned());

        foreach (var department in Enum.GetNames<Department>())
        {
            var counts = states.Select(state => Number(figures.Checks.Where(check => check.Department == department && check.Status == state).Sum(check => check.Checks)));
            table.AddRow([department, .. counts]);
        }

        return table;
    }

    private static void PrintTimes(Figures figures, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figures.Cases.Count} families: all applied after {figures.AppliedAfter.TotalSeconds:0.0} s, all settled after {figures.SettledAfter.TotalSeconds:0.0} s ({figures.ApplicationsPerSecond:0.0} applications/s); half waited at most {figures.WithinWhich(0.5).TotalSeconds:0.0} s, 95 % at most {figures.WithinWhich(0.95).TotalSeconds:0.0} s"));
        if (figures.Operations is { } operations)
            PrintOperations(figures, operations, console);
    }

    private static void PrintOperations(Figures figures, StorageOperations operations, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"storage operations an application: {figures.OperationsPerApplication:0.0}; beside them {figures.Looks.Count} readings by the demo ({figures.Looks.OperationsEach} each) and {operations.Idle} of idle hosts (empty queues, timers); by kind, readings included:"));
        foreach (var (operation, count) in operations.Counts.OrderByDescending(count => count.Value))
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(double)count / figures.Cases.Count,7:0.00}  {operation}"));
    }

    private static void PrintDifferences(Figures figures, IAnsiConsole console)
    {
        if (figures.Differences.Count == 0)
        {
            console.MarkupLine("[green]Every family ended where the generator knows it must.[/]");
            return;
        }

        console.MarkupLineInterpolated($"[red]{figures.Differences.Count} families ended elsewhere:[/]");
        foreach (var @case in figures.Differences.Take(DifferencesShown))
        {
            console.WriteLine($"family {@case.Family.Number} ({@case.Family.Story}), application {@case.ApplicationId ?? "none"}");
            console.WriteLine($"  expected {@case.Family.Truth}");
            console.WriteLine($"  got      {@case.Got}");
            foreach (var reason in @case.Reasons)
                console.WriteLine($"           {reason}");
        }

        if (figures.Differences.Count > DifferencesShown)
            console.WriteLine($"... and {figures.Differences.Count - DifferencesShown} more (--json FILE has them all)");
    }

    private static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
