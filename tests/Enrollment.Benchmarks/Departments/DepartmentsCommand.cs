using System.CommandLine;
using Enrollment.DevCluster.Processes;
using Spectre.Console;

namespace Enrollment.Benchmarks.Departments;

/// <summary>`departments`: what a slow and a failing department cost the others.</summary>
internal static class DepartmentsCommand
{
    private const int Failed = 1;

    private const string About =
        """
        Measures how long two departments' checks take, from the plan that queues them to the answer stored, while the other two
        departments do well, and while one of them answers in 30 s and the other fails every second call.

        Good and bad rounds take turns against the same service, Azurite and department simulator, so that what else the machine does
        hits both; applications come one at a time, so that they do not wait for each other. The aim: the median of the bad rounds is at
        most 1.1 of that of the good ones, in each of the two departments.

        Exit code 0 whether or not the aim is met; 1 when a check of the two departments was not answered.
        """;

    public static Command Create()
    {
        var applications = new Option<int>("--applications") { Description = "Applications in each round", DefaultValueFactory = _ => 40 };
        var rounds = new Option<int>("--rounds") { Description = "Good rounds, and as many bad ones", DefaultValueFactory = _ => 4 };
        var every = new Option<int>("--every") { Description = "Milliseconds between two applications", DefaultValueFactory = _ => 250 };
        var json = new Option<FileInfo>("--json") { Description = "Write the figures to this file" };
        var command = new Command("departments", About) { applications, rounds, every, json };
        command.SetAction((parsed, cancellation) => RunAsync(new DepartmentsOptions(parsed.GetValue(applications), parsed.GetValue(rounds),
            TimeSpan.FromMilliseconds(parsed.GetValue(every)), parsed.GetValue(json)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DepartmentsOptions options, CancellationToken cancellation)
    {
        try
        {
            await DepartmentsBenchmark.RunAsync(options, AnsiConsole.Console, cancellation);
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

/// <param name="Applications">In each round.</param>
/// <param name="Rounds">Good ones, and as many bad ones.</param>
/// <param name="Every">Between two applications.</param>
/// <param name="Json">Where the figures go beside the console.</param>
internal sealed record DepartmentsOptions(int Applications, int Rounds, TimeSpan Every, FileInfo? Json);
