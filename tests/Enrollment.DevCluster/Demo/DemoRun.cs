using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Processes;
using Enrollment.DevCluster.Seeds;
using Enrollment.DevCluster.Traces;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

internal static class DemoRun
{
    // A department that is down for good ends with a person within half a minute instead of days.
    private static readonly Dictionary<string, string> Impatient = new(StringComparer.Ordinal)
    {
        ["Verification__RetryAfter__0"] = "00:00:05",
        ["Verification__CallbackDeadline"] = "00:00:15",
        ["Verification__GiveUpAfter"] = "00:00:20",
    };

    public static async Task<int> RunAsync(DemoOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        using var seeds = new TemporaryFolder();
        // The family left over is for whoever tries the API by hand.
        SeedFiles.Write(seeds.Path, options.Exit ? options.Families : options.Families + 1, options.Seed);
        var families = DemoFamily.Read(seeds.Path);
        await using var cluster = await Cluster.StartAsync(new ClusterOptions
        {
            Hosts = options.Hosts,
            SeedFolder = seeds.Path,
            HostSettings = Impatient,
            TelemetryFolder = TelemetryFolder.Emptied(),
            Report = text => console.MarkupLineInterpolated($"[grey]{text}[/]"),
        }, cancellation);

        var figures = await MeasureOrExplainAsync(cluster, [.. families.Take(options.Families)], console, cancellation);
        FiguresTables.Print(figures, console);
        if (options.Json is not null)
            await FiguresJson.WriteAsync(figures, options.Json, cancellation);
        if (!options.Exit)
        {
            await Invitation.ServeAsync(cluster, figures.Cases.First(shown => shown.ApplicationId is not null),
                figures.Cases.FirstOrDefault(asked => asked.Seen?.Status == "CorrectionRequested"), families[^1], console, cancellation);
        }
        return figures.Differences.Count == 0 ? 0 : 1;
    }

    private static async Task<Figures> MeasureOrExplainAsync(Cluster cluster, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        try
        {
            return await MeasureAsync(cluster, families, console, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new ChildFailedException($"{e.Message}{Environment.NewLine}--- the host's last lines ---{Environment.NewLine}{cluster.Hosts[0].Output}", e);
        }
    }

    private static async Task<Figures> MeasureAsync(Cluster cluster, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        var hosts = cluster.Hosts.Select(host => host.Address).ToList();
        var before = await StorageOperations.ReadAsync(hosts, cancellation);
        using var applicants = new Applicants(ParentClient.For(hosts[0]), families);
        await LiveProgress.ShowAsync(applicants, console, cancellation);
        var operations = (await StorageOperations.ReadAsync(hosts, cancellation)).Since(before);
        var perLook = await OperationsOfALookAsync(applicants, hosts, cancellation);
        return new Figures(applicants.Cases, applicants.AppliedAfter, new Looks(applicants.Looks, perLook), operations);
    }

    // The least of a few, because the sweep works beside us.
    private static async Task<long> OperationsOfALookAsync(Applicants applicants, IReadOnlyList<Uri> hosts, CancellationToken cancellation)
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var before = await StorageOperations.ReadAsync(hosts, cancellation);
            await applicants.LookAgainAsync(cancellation);
            least = Math.Min(least, (await StorageOperations.ReadAsync(hosts, cancellation)).Since(before).Work);
        }

        return least;
    }
}
