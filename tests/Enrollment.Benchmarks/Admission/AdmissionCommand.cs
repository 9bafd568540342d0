using System.CommandLine;
using Spectre.Console;

namespace Enrollment.Benchmarks.Admission;

/// <summary>`admission`: how fast a round is computed, beside reading its input.</summary>
internal static class AdmissionCommand
{
    private const int Failed = 1;

    private const string About =
        """
        Measures rounds of admission on invented cities (remade byte for byte): 10,000 children and 60 schools, 110,000 and 660.

        A round is what Allocate.Admit does: the check of the list, the lots, every stage, the cut-offs. Beside it stand the check of the
        invariants, and the time to read the list's canonical text once. Processor seconds, medians of five runs (one with --quick). A result that breaks an
        invariant ends the run.

        Deferred acceptance alone is measured on 10^6 preferences beside three ways to read them once: the list that holds them from its
        canonical lines, the preferences alone from text, and in memory, each preference with the position and the school it leads to.

        Exit code 0 whether or not the aims are met; 1 when a result was wrong.
        """;

    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "One run, without the city of 110,000" };
        var command = new Command("admission", About) { quick };
        command.SetAction(parsed => Run(parsed.GetValue(quick)));
        return command;
    }

    private static int Run(bool isQuick)
    {
        try
        {
            new AdmissionBenchmark(isQuick, AnsiConsole.Console).Run();
            return 0;
        }
        catch (BenchmarkFailedException e)
        {
            Console.Error.WriteLine(e.Message);
            return Failed;
        }
    }
}
