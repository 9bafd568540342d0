using Enrollment.DevCluster.Demo.Admission;
using Enrollment.DevCluster.Demo.Faults;
using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Processes;
using Enrollment.DevCluster.Seeds;
using Enrollment.DevCluster.Traces;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

internal static class DemoRun
{
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(150);

    // For whoever tries the API by hand: families who have not applied, a plain one for docs/walk.md among them.
    private const int LeftOver = 60;

    // One lives on: its memory is watched. The other is killed now and then.
    private const int HostsInABadSeason = 2;

    public static async Task<int> RunAsync(DemoOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        using var seeds = new TemporaryFolder();
        SeedFiles.Write(seeds.Path, Generate(options));
        var families = DemoFamily.Read(seeds.Path);
        await using var cluster = await Cluster.StartAsync(new ClusterOptions
        {
            Hosts = options.Faults is FaultSet.All ? Math.Max(options.Hosts, HostsInABadSeason) : options.Hosts,
            SeedFolder = seeds.Path,
            HostSettings = DemoSettings.For(options, options.Through is DemoStage.Admission ? SupplyFolder.Write(seeds.Path, options.Families) : null),
            TelemetryFolder = TelemetryFolder.Emptied(),
            Report = text => console.MarkupLineInterpolated($"[grey]{text}[/]"),
        }, cancellation);

        var outcome = await RunOrExplainAsync(cluster, options, [.. families.Take(options.Families)], console, cancellation);
        if (options.Json is not null)
            await FiguresJson.WriteAsync(outcome, options.Json, cancellation);
        if (!options.Exit)
        {
            var figures = outcome.Figures;
            await Invitation.ServeAsync(cluster, new Invited(figures.Cases.First(shown => shown.ApplicationId is not null), figures.Cases.FirstOrDefault(IsForReview),
                figures.Cases.FirstOrDefault(asked => asked.Seen?.Status == "CorrectionRequested"), families[options.Families],
                families.Skip(options.Families + 1).FirstOrDefault(left => left.Story == "consistent-parents-home")), console, cancellation);
        }
        return outcome.IsGood ? 0 : 1;
    }

    private static SeedSet Generate(DemoOptions options)
    {
        var seeds = SeedFamilies.Generate(options.Exit ? options.Families : options.Families + LeftOver, options.Seed);
        if (options.Faults is FaultSet.All)
            LostCallbacks.Spread(seeds);
        return seeds;
    }

    // docs/review.md refuses a claim by R5.
    private static bool IsForReview(Case shown) =>
        shown is { ApplicationId: not null, Family.Story: "share-one-half" or "new-home-one-third" or "grandparents-share-one-half" };

    private static async Task<DemoOutcome> RunOrExplainAsync(Cluster cluster, DemoOptions options, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        try
        {
            return options switch
            {
                { Faults: FaultSet.All } => await BadlyAsync(cluster, families, console, cancellation),
                { Through: DemoStage.Admission } => await ThroughAdmissionAsync(cluster, options, families, console, cancellation),
                _ => new DemoOutcome(await ApplyAsync(cluster, ParentClient.For(cluster.Hosts[0].Address), families, console, cancellation)),
            };
        }
        catch (HttpRequestException e)
        {
            throw new ChildFailedException($"{e.Message}{Environment.NewLine}--- the host's last lines ---{Environment.NewLine}{cluster.Hosts[0].Output}", e);
        }
    }

    private static async Task<Figures> ApplyAsync(Cluster cluster, ParentClient client, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        var hosts = cluster.Hosts.Select(host => host.Address).ToList();
        var before = await StorageOperations.ReadAsync(hosts, cancellation);
        using var applicants = new Applicants(client, families, Standstill);
        await LiveProgress.ShowAsync(applicants, console, cancellation);
        var operations = (await StorageOperations.ReadAsync(hosts, cancellation)).Since(before);
        var perLook = await OperationsOfALookAsync(applicants, hosts, cancellation);
        var figures = new Figures(applicants.Cases, applicants.AppliedAfter, new Looks(applicants.Looks, perLook), operations);
        FiguresTables.Print(figures, console);
        return figures;
    }

    private static async Task<DemoOutcome> BadlyAsync(Cluster cluster, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        var season = new BadSeason(cluster.Departments!, cluster.Hosts[^1]);
        var memory = new MemoryWatch(cluster.Hosts[0].ProcessId!.Value);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (misfortunes, watching) = (season.RunAsync(over.Token), memory.RunAsync(over.Token));
        using var applicants = new Applicants(ParentClient.For([.. cluster.Hosts.Select(host => host.Address)]), families,
            Standstill + BadSeasonSettings.RecheckEvery(families.Count), isPatient: true);
        await LiveProgress.ShowAsync(applicants, console, cancellation);
        await over.CancelAsync();
        await Task.WhenAll(misfortunes, watching);
        await applicants.LookAtAllAgainAsync(cancellation);
        var figures = new Figures(applicants.Cases, applicants.AppliedAfter, new Looks(applicants.Looks, 0), Operations: null);
        var report = new FaultReport(season.Seen, memory.Figures, await Leftovers.AfterAsync(cluster.Account.ConnectionString, applicants.Cases, cancellation));
        FiguresTables.Print(figures, console);
        foreach (var line in report.Lines())
            console.WriteLine(line);
        return new DemoOutcome(figures) { Faults = report };
    }

    private static async Task<DemoOutcome> ThroughAdmissionAsync(Cluster cluster, DemoOptions options, IReadOnlyList<DemoFamily> families, IAnsiConsole console, CancellationToken cancellation)
    {
        var client = ParentClient.For([.. cluster.Hosts.Select(host => host.Address)]);
        var figures = await ApplyAsync(cluster, client, [.. families.Where(family => !PlannedWay.Of(family).IsLate)], console, cancellation);
        var report = await new AdmissionSeason(cluster, client, options.Seed, console).RunAsync(figures.Cases, [.. families.Where(family => PlannedWay.Of(family).IsLate)], cancellation);
        foreach (var line in report.Lines())
            console.WriteLine(line);
        return new DemoOutcome(figures) { Admission = report };
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
