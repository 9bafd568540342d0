using System.CommandLine;
using Enrollment.DevCluster.Processes;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Verification;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

/// <summary>`demo`: the whole service with invented families.</summary>
internal static class DemoCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var families = new Option<int>("--families") { Description = "How many families apply", DefaultValueFactory = _ => 200 };
        var hosts = new Option<int>("--hosts") { Description = "How many function hosts share the work", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong>("--seed") { Description = "Other families", DefaultValueFactory = _ => SeedFamilies.CommittedSeed };
        var exit = new Option<bool>("--exit") { Description = "End when all applications have, instead of serving on" };
        var json = new Option<FileInfo>("--json") { Description = "Write the figures to this file" };
        var byFiles = new Option<Department[]>("--by-files") { Description = "Departments that are asked by files instead of calls, such as SocialSecurity", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        families.Validators.Add(result => AtLeastOne(result, families));
        hosts.Validators.Add(result => AtLeastOne(result, hosts));

        var command = new Command("demo", "Start everything, let families apply, show how their applications end") { families, hosts, seed, exit, json, byFiles };
        command.SetAction((parsed, cancellation) => RunAsync(
            new DemoOptions(parsed.GetValue(families), parsed.GetValue(hosts), parsed.GetValue(seed), parsed.GetValue(exit), parsed.GetValue(json),
                parsed.GetValue(byFiles)!),
            cancellation));
        return command;
    }

    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, Option<int> option)
    {
        if (result.GetValue(option) < 1)
            result.AddError($"{option.Name} must be at least 1.");
    }

    private static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellation)
    {
        try
        {
            return await DemoRun.RunAsync(options, AnsiConsole.Console, cancellation);
        }
        catch (ChildFailedException e)
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
