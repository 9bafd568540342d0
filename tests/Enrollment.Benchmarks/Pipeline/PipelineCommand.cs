using System.CommandLine;
using Enrollment.DevCluster.Processes;
using Spectre.Console;

namespace Enrollment.Benchmarks.Pipeline;

/// <summary>`pipeline`: from a parent's POST to the settled category, against the raw SDK doing the same.</summary>
internal static class PipelineCommand
{
    private const int Failed = 1;

    private const string About =
        """
        Measures applications per second from the parent's POST to the settled category, and the floor below it.

        Rounds of the service and of the floor take turns against the same Azurite and the same department simulator, so that
        what else the machine does hits both. A few applications lead each round, so that no queue is asleep when the clock starts;
        it stops with the last application's last transaction. 16 parents submit at once, but no more than --unsettled applications are under
        way: Azurite's queues slow down with the number of messages in all of them, and both sides must meet the same depth. Once a minute
        Azurite stands still for seconds to forget deleted messages; the median leaves the round out that this hits.

        The floor is a program that does nothing but the calls (Azure.Data.Tables, Azure.Storage.Queues, HttpClient), as a perfect
        program would: no rules, no encryption, no lost race. For each application, with rows as large as the service's:
          submit   3 inserts (claim, guardian, due), 1 transaction of 3 adds, 1 send
          plan     receive, 1 partition query, 1 transaction of a merge and 5 adds, 4 sends side by side, delete
          4 checks receive, 1 partition query, the signed HTTP question, 1 transaction of a merge, a replace and an add, delete
          last     deletes the due row
        Every queue has one loop: batches of 32, the next one when 16 or fewer are under way, pauses from 0.1 to 2 s when empty.

        Storage operations are counted by the service itself and include everything it does: lost races, the sweep's 16 queries
        every 15 s, retries. Looks into empty queues and timer leases depend on the time only and are shown apart.

        Exit code 0 whether or not the aims are met; 1 when an application did not end as it must.
        """;

    public static Command Create()
    {
        var applications = Count("--applications", "Applications in each round", 400);
        var rounds = Count("--rounds", "Rounds of the service, and as many of the floor", 3);
        var unsettled = Count("--unsettled", "Applications under way at most", 64);
        var warmUp = Count("--warm-up", "Applications before the first round", 40);
        var json = new Option<FileInfo>("--json") { Description = "Write the figures to this file" };
        var command = new Command("pipeline", About) { applications, rounds, unsettled, warmUp, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            new PipelineOptions(parsed.GetValue(applications), parsed.GetValue(rounds), parsed.GetValue(unsettled), parsed.GetValue(warmUp),
            parsed.GetValue(json)), cancellation));
        return command;
    }

    private static Option<int> Count(string name, string description, int usually)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usually };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }

    private static async Task<int> RunAsync(PipelineOptions options, CancellationToken cancellation)
    {
        try
        {
            await PipelineBenchmark.RunAsync(options, AnsiConsole.Console, cancellation);
            return 0;
        }
        catch (Exception e) when (e is ChildFailedException or BenchmarkFailedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Failed;
        }
    }
}
