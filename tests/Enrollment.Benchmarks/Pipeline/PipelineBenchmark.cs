using System.Globalization;
using Enrollment.Benchmarks.Figures;
using Enrollment.Benchmarks.Floor;
using Enrollment.Benchmarks.Measuring;
using Enrollment.DevCluster;
using Spectre.Console;
using TemporaryFolder = Enrollment.DevCluster.Demo.TemporaryFolder;

namespace Enrollment.Benchmarks.Pipeline;

internal static class PipelineBenchmark
{
    public static async Task RunAsync(PipelineOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        using var seeds = new TemporaryFolder();
        console.WriteLine("Generating families");
        var each = options.Applications + RoundRunner.Leads;
        var movers = Mover.Generate(options.WarmUp + RoundRunner.Leads + (options.Rounds * each), seeds.Path);
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = seeds.Path, Report = console.WriteLine }, cancellation);
        using var service = new ServicePipeline(cluster);
        var processes = ProcessesOf(cluster);

        console.WriteLine("Warming up");
        var warmUp = movers.Take(options.WarmUp + RoundRunner.Leads).ToList();
        var serviceRunner = new RoundRunner(service, options.Unsettled, processes);
        await serviceRunner.RunAsync(warmUp, cancellation);

        var real = await RealRows.ReadAsync(cluster.Account, cancellation);
        using var storage = new FloorStorage(cluster.Azurite.NextAccount());
        using var departments = new FloorDepartments(cluster.Simulator!.Address, real);
        await using var floor = await FloorPipeline.StartAsync(storage, real, departments, cancellation);
        var floorRunner = new RoundRunner(floor, options.Unsettled, processes);
        await floorRunner.RunAsync(warmUp, cancellation);

        var rounds = new List<RoundPair>();
        foreach (var families in movers.Skip(warmUp.Count).Chunk(each))
        {
            rounds.Add(new RoundPair(await serviceRunner.RunAsync(families, cancellation), await floorRunner.RunAsync(families, cancellation)));
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {rounds.Count}: {rounds[^1].Service.PerSecond:0.0} applications/s, floor {rounds[^1].Floor.PerSecond:0.0}"));
        }

        var figures = new PipelineFigures(rounds);
        FiguresTables.Print(figures, console);
        if (options.Json is not null)
            await FiguresJson.WriteAsync(figures, options.Json, cancellation);
    }

    private static Dictionary<string, int> ProcessesOf(Cluster cluster) => new(StringComparer.Ordinal)
    {
        ["function host"] = cluster.Hosts[0].ProcessId!.Value,
        ["Azurite"] = cluster.Azurite.ProcessId,
        ["department simulator"] = cluster.Simulator!.ProcessId!.Value,
        ["this benchmark (parents; the floor itself)"] = Environment.ProcessId,
    };
}
