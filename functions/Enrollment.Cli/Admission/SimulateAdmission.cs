using System.CommandLine;
using Enrollment.Cli.Supply;
using Enrollment.Domain.Admission.Simulation;

namespace Enrollment.Cli.Admission;

/// <summary>A what-if of a round: reads files, prints who would go elsewhere, and stores nothing.</summary>
internal static class SimulateAdmission
{
    public static Command Create(Texts texts)
    {
        var options = new SimulateOptions(texts);
        var command = new Command("simulate", texts["Command_Simulate"]);
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (options.SeedOf(parsed) is not { } seed)
            {
                error.WriteLine(texts["Simulate_Seed"]);
                return ExitCode.Usage;
            }
            using var streams = new SupplyStreams(texts, error);
            if (new SimulationFiles(streams, parsed, options, texts, error).Read() is not var (simulation, change))
                return ExitCode.Usage;
            switch (simulation.Run(change, seed))
            {
                case SimulationResult.Compared compared:
                    SimulationReport.Write(compared, seed, parsed.GetValue(options.Json), texts, output);
                    return compared.Comparison.Moved.Count == 0 ? ExitCode.Holds : ExitCode.DoesNotHold;
                case SimulationResult.Impossible impossible:
                    error.WriteLine(texts[impossible.IsChanged ? "Simulate_ImpossibleChanged" : "Simulate_Impossible"]);
                    foreach (var fault in impossible.Faults)
                        error.WriteLine($"  {fault}");
                    return ExitCode.Usage;
                default:
                    throw new InvalidOperationException("SimulationResult is closed.");
            }
        });
        return command;
    }
}
