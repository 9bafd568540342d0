using System.Globalization;
using Enrollment.Benchmarks.Measuring;
using Spectre.Console;

namespace Enrollment.Benchmarks.Figures;

internal static class FiguresTables
{
    public static void Print(PipelineFigures figures, IAnsiConsole console)
    {
        if (!console.Profile.Capabilities.Interactive)
            console.Profile.Width = Math.Max(console.Profile.Width, 140);
        console.WriteLine();
        console.Write(OperationTable(figures));
        console.Write(CpuTable(figures));
        console.Write(WaitTable(figures));
        PrintFigures(figures, console);
    }

    private static Table OperationTable(PipelineFigures figures)
    {
        var table = Columns("Storage operations an application");
        var kinds = figures.Service.Operations.Counts.Keys.Union(figures.Floor.Operations.Counts.Keys, StringComparer.Ordinal);
        foreach (var kind in kinds.Where(kind => !StorageCounts.IsIdle(kind) && Most(figures, kind) > 0).OrderByDescending(kind => Most(figures, kind)))
            AddRow(table, kind, "0.00", side => side.PerApplication(side.Operations[kind]), figures);
        table.AddEmptyRow();
        AddRow(table, "all", "0.00", side => side.PerApplication(side.Operations.Work), figures);
        AddRow(table, "not counted: looks into empty queues, timer leases", "0.00", side => side.PerApplication(side.Operations.Idle), figures);
        return table;
    }

    private static long Most(PipelineFigures figures, string kind) => Math.Max(figures.Service.Operations[kind], figures.Floor.Operations[kind]);

    private static Table CpuTable(PipelineFigures figures)
    {
        var table = Columns("Processor milliseconds an application");
        foreach (var process in figures.Rounds[0].Service.Cpu.ByProcess.Keys)
            AddRow(table, process, "0.0", side => side.CpuMilliseconds(process), figures);
        return table;
    }

    private static Table WaitTable(PipelineFigures figures)
    {
        var table = Columns("Seconds from 201 to settled");
        AddRow(table, "half within", "0.00", side => side.WaitSeconds(0.5), figures);
        AddRow(table, "99 % within", "0.00", side => side.WaitSeconds(0.99), figures);
        return table;
    }

    private static Table Columns(string title) => new Table().Title(title)
        .AddColumn("").AddColumn(new TableColumn("service").RightAligned()).AddColumn(new TableColumn("floor").RightAligned());

    private static void AddRow(Table table, string name, string format, Func<Side, double> value, PipelineFigures figures) =>
        table.AddRow(name, Number(value(figures.Service), format), Number(value(figures.Floor), format));

    private static void PrintFigures(PipelineFigures figures, IAnsiConsole console)
    {
        var (rounds, each) = (figures.Rounds.Count, figures.Rounds[0].Service.Measured);
        console.WriteLine($"Median of {rounds} rounds of {each} applications, 4 departments that answer at once:");
        console.WriteLine($"1. end to end          {Number(figures.Service.PerSecond, "0.0"),7} applications/s");
        console.WriteLine($"2. floor (raw SDK)     {Number(figures.Floor.PerSecond, "0.0"),7} applications/s");
        console.WriteLine($"3. ratio               {Number(figures.Ratio, "0.00"),7} (aim: at most {Number(PipelineFigures.AimedRatio, "0.0")}) {Mark(figures.RatioIsMet)}");
        console.WriteLine($"4. storage operations  {Number(figures.Operations, "0.00"),7} an application (aim: at most {Number(PipelineFigures.AimedOperations, "0")}) {Mark(figures.OperationsAreMet)}");
        console.WriteLine($"   of these, transactions that lost a race and were done again: {Number(figures.LostRaces, "0.00")}, each with the query before it");
    }

    private static string Mark(bool met) => met ? "met" : "MISSED";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
