using System.CommandLine;
using Spectre.Console;

namespace Enrollment.Benchmarks.Admission;

/// <summary>`coordination`: how fast coordinated placement is, and whether OR-Tools finds the same sum.</summary>
internal static class CoordinationCommand
{
    private const int Failed = 1;

    private const string About =
        """
        Solves coordinated placement (docs/coordination.md) of invented cities: seats to spare and none, walks to 1, 100 and 1,000 m (many ties).

        In the same run OR-Tools' minimum-cost flow solves the same problem; its sum must be ours. Its time is solving alone, without building
        its network; ours is all of it: sorting walks, solving, prices and tie-break. Times are processor time of this process.

        Exit code 0 whether or not the aims are met; 1 when sums differ or a certificate does not hold.
        """;

    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "At most 10,000 children" };
        var command = new Command("coordination", About) { quick };
        command.SetAction(parsed => Run(parsed.GetValue(quick)));
        return command;
    }

    private static int Run(bool isQuick)
    {
        try
        {
            new CoordinationBenchmark(isQuick, AnsiConsole.Console).Run();
            return 0;
        }
        catch (BenchmarkFailedException e)
        {
            Console.Error.WriteLine(e.Message);
            return Failed;
        }
    }
}
