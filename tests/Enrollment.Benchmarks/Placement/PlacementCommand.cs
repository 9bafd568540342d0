using System.CommandLine;
using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>`placement`: how good and how fast class placements are, beside what else there is.</summary>
internal static class PlacementCommand
{
    private const int Failed = 1;

    private const string About =
        """
        Measures the lot and the balancing search on invented rosters (SchoolGen v1, remade byte for byte), beside other ways to place pupils.

        Quality is the excess over the lower bound, 1.0 being a lot's, as evaluate.py beside the clone (../shared or --shared) works it out;
        that program shares no code with ours. Where it is absent, our own figure stands in, and the table says so.

        Rows beside ours are run on the same list in the same run: snake order (by hand), one lot, the best of as many lots as fit into our
        time, and OR-Tools CP-SAT for at most 100 pupils. Two floors: snake order, and reading every standardised value once.

        Figures of ours are medians over five seeds (one with --quick). Every result is checked against the rules; a broken one ends the run.
        The result's hash must be the same with one thread and two, and with and without vector instructions (a process of its own).

        Exit code 0 whether or not the aims are met; 1 when a result was wrong.
        """;

    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "One seed, at most 1,500 pupils" };
        var shared = new Option<DirectoryInfo>("--shared") { Description = "Folder that holds placement/evaluate.py" };
        var lotOnly = new Option<bool>("--lot-only") { Description = "Only how the lot's time grows" };
        var command = new Command("placement", About) { quick, shared, lotOnly, HashCommand.Create() };
        command.SetAction(parsed => Run(new PlacementOptions(parsed.GetValue(quick), parsed.GetValue(shared), Repository()) { IsLotOnly = parsed.GetValue(lotOnly) }));
        return command;
    }

    private static int Run(PlacementOptions options)
    {
        try
        {
            new PlacementBenchmark(options, AnsiConsole.Console).Run();
            return 0;
        }
        catch (BenchmarkFailedException e)
        {
            Console.Error.WriteLine(e.Message);
            return Failed;
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Enrollment.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
