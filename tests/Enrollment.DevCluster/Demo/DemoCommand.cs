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
        var faults = new Option<FaultSet>("--faults") { Description = "all: everything goes wrong that can, and a second host is killed now and then" };
        var through = new Option<DemoStage>("--through") { Description = "admission: papers, people, rounds of admission and answers too, until every child has a place" };
        families.Validators.Add(result => AtLeastOne(result, families));
        hosts.Validators.Add(result => AtLeastOne(result, hosts));
        through.Validators.Add(result => OneAtATime(result, faults, through));

        var command = new Command("demo", "Start everything, let families apply, show how their applications end") { families, hosts, seed, exit, json, byFiles, faults, through };
        command.SetAction((parsed, cancellation) => RunAsync(
            new DemoOptions(parsed.GetValue(families), parsed.GetValue(hosts), parsed.GetValue(seed), parsed.GetValue(exit), parsed.GetValue(json),
                parsed.GetValue(byFiles)!, parsed.GetValue(faults), parsed.GetValue(through)),
            cancellation));
        return command;
    }

    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, Option<int> option)
    {
        if (result.GetValue(option) < 1)
            result.AddError($"{option.Name} must be at least 1.");
    }

    // A family that a host's death keeps from its round would have another place than the generator foresees.
    private static void OneAtATime(System.CommandLine.Parsing.OptionResult result, Option<FaultSet> faults, Option<DemoStage> through)
    {
        if (result.GetValue(faults) is FaultSet.All && result.GetValue(through) is DemoStage.Admission)
            result.AddError($"{faults.Name} and {through.Name} admission are two demos.");
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
