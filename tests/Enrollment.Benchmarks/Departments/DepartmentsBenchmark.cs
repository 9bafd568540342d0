using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Benchmarks.Pipeline;
using Enrollment.DevCluster;
using Enrollment.Domain.Verification;
using Spectre.Console;
using TemporaryFolder = Enrollment.DevCluster.Demo.TemporaryFolder;

namespace Enrollment.Benchmarks.Departments;

internal static class DepartmentsBenchmark
{
    private const int WarmUp = 12;
    private static readonly object Answers = new { kind = "Answer" };
    private static readonly object ThirtySeconds = new { kind = "Slow", delayMs = 30_000 };
    private static readonly object EverySecondFails = new { kind = "Unavailable", everyNth = 2 };

    public static async Task RunAsync(DepartmentsOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        using var seeds = new TemporaryFolder();
        console.WriteLine("Generating families");
        var movers = Mover.Generate(WarmUp + (2 * options.Rounds * options.Applications), seeds.Path);
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = seeds.Path, Report = console.WriteLine }, cancellation);
        using var service = new ServicePipeline(cluster);
        var round = new DepartmentsRound(service, options.Every);

        console.WriteLine("Warming up");
        await round.RunAsync([.. movers.Take(WarmUp)], cancellation);
        var (good, bad) = (new List<(Department, TimeSpan)>(), new List<(Department, TimeSpan)>());
        foreach (var pair in movers.Skip(WarmUp).Chunk(2 * options.Applications))
        {
            good.AddRange(await round.RunAsync([.. pair.Take(options.Applications)], cancellation));
            await BehaveAsync(cluster, ThirtySeconds, EverySecondFails, cancellation);
            bad.AddRange(await round.RunAsync([.. pair.Skip(options.Applications)], cancellation));
            await BehaveAsync(cluster, Answers, Answers, cancellation);
            await round.SettleAsync(cancellation);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{good.Count / 2} good and {bad.Count / 2} bad applications"));
        }
        await ReportAsync(CheckTimes.Of(good), CheckTimes.Of(bad), options, console, cancellation);
    }

    private static async Task BehaveAsync(Cluster cluster, object socialSecurity, object property, CancellationToken cancellation)
    {
        await cluster.Departments!.BehaveAsync(Department.SocialSecurity, socialSecurity, cancellation: cancellation);
        await cluster.Departments!.BehaveAsync(Department.Property, property, cancellation: cancellation);
    }

    private static async Task ReportAsync(CheckTimes good, CheckTimes bad, DepartmentsOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        var table = new Table().AddColumn("department").AddColumn("checks").AddColumn("median, all well").AddColumn("median, two others ill").AddColumn("ratio (aim: at most 1.1)");
        foreach (var department in CheckTimes.Well)
        {
            table.AddRow(department.ToString(), (good.Times[department].Count + bad.Times[department].Count).ToString(CultureInfo.InvariantCulture),
                CheckTimes.Text(good.Median(department)), CheckTimes.Text(bad.Median(department)),
                (bad.Median(department) / good.Median(department)).ToString("0.00", CultureInfo.InvariantCulture));
        }
        console.Write(table);
        if (options.Json is not null)
            await CheckTimes.WriteAsync(good, bad, options.Json, cancellation);
    }
}

/// <summary>Lets applications come at a steady pace and reads from their events how long the well departments' checks took.</summary>
internal sealed class DepartmentsRound(ServicePipeline service, TimeSpan every)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<string> _submitted = [];

    public async Task<IReadOnlyList<(Department, TimeSpan)>> RunAsync(IReadOnlyList<Mover> movers, CancellationToken cancellation)
    {
        var ids = new List<string>();
        using var pace = new PeriodicTimer(every);
        foreach (var mover in movers)
        {
            await pace.WaitForNextTickAsync(cancellation);
            ids.Add(await service.SubmitAsync(mover, cancellation));
        }
        _submitted.AddRange(ids);
        var times = new List<(Department, TimeSpan)>();
        foreach (var id in ids)
            times.AddRange(await UntilAsync(async () => CheckTimes.In(await EventsAsync(id, cancellation)), $"The well departments' checks of {id} were not answered.", cancellation));
        return times;
    }

    /// <summary>Waits until nothing of the rounds so far is under way, so that the next meets a rested service.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        foreach (var id in _submitted)
        {
            await UntilAsync(async () => await StatusAsync(id, cancellation) is "Submitted" or "Verifying" ? null : id, $"Application {id} was not settled.", cancellation);
        }
        _submitted.Clear();
    }

    private async Task<string> StatusAsync(string id, CancellationToken cancellation) =>
        (await service.Applications.GetEntityAsync<TableEntity>(id, "application", ["Status"], cancellation)).Value.GetString("Status");

    private async Task<IReadOnlyList<CheckEvent>> EventsAsync(string id, CancellationToken cancellation)
    {
        var events = new List<CheckEvent>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge 'event-' and RowKey lt 'event.'");
        await foreach (var row in service.Applications.QueryAsync<TableEntity>(filter, select: ["Kind", "At", "Department"], cancellationToken: cancellation))
            events.Add(new CheckEvent(row.GetString("Kind"), row.GetDateTimeOffset("At")!.Value, row.GetString("Department")));
        return events;
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look, string otherwise, CancellationToken cancellation) where T : class
    {
        var clock = TimeProvider.System;
        for (var began = clock.GetTimestamp(); ; await Task.Delay(LookEvery, cancellation))
        {
            if (await look() is { } found)
                return found;
            if (clock.GetElapsedTime(began) > Patience)
                throw new BenchmarkFailedException(otherwise);
        }
    }
}
