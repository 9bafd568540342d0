using System.Globalization;
using Enrollment.Benchmarks.Placement;
using Enrollment.Domain.Admission.Coordination;
using Spectre.Console;

namespace Enrollment.Benchmarks.Admission;

/// <summary>Solves each city, checks the proof, and lets OR-Tools solve the same problem in the same run.</summary>
internal sealed class CoordinationBenchmark(bool isQuick, IAnsiConsole console)
{
    private const ulong Seed = 20260901;
    private const int LargestQuick = 10_000;

    public void Run()
    {
        if (!console.Profile.Capabilities.Interactive)
            console.Profile.Width = Math.Max(console.Profile.Width, 150);
        Solve(CoordinationCity.All[0].Make(Seed));
        var hasPeer = CoordinationPeer.IsThere;
        var table = Tables.Of("Coordinated placement, one thread, processor seconds", "children / areas / schools", "seats", "walks to", "sum, km", "ours", "aim",
            "OR-Tools", "ours / OR-Tools", "check", "reading once");
        foreach (var city in CoordinationCity.All.Where(city => !isQuick || city.Children <= LargestQuick))
            table.AddRow(Row(city, hasPeer));
        console.Write(table);
        console.WriteLine(hasPeer ? "Every sum equals OR-Tools' and every certificate holds." : "OR-Tools is not there; every certificate holds.");
    }

    private static string[] Row(CoordinationCity city, bool hasPeer)
    {
        var problem = city.Make(Seed);
        var (placed, ours) = CoordinationTime.Of(() => Solve(problem));
        var (holds, checking) = CoordinationTime.Of(() => CoordinationCertificate.Holds(problem, placed.Flow, placed.Prices));
        if (!holds)
            throw new BenchmarkFailedException($"No proof: {city}.");
        var (_, reading) = CoordinationTime.Of(() => problem.Meters.Sum(row => row.Sum(walk => (long)(walk ?? 0))));
        var peer = hasPeer ? CoordinationPeer.Solve(problem) : ((long Meters, CoordinationTime Solving)?)null;
        if (peer is { } judge && judge.Meters != placed.TotalMeters)
            throw new BenchmarkFailedException($"OR-Tools found {judge.Meters} m and not {placed.TotalMeters} m: {city}.");
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{city.Children} / {city.Areas} / {city.Schools}"), $"{Tables.Count(city.Percent)} %", $"{Tables.Count(city.Grain)} m",
            Tables.Count((int)(placed.TotalMeters / 1000)), Tables.Number(ours.Cpu.TotalSeconds), Tables.Number(city.Aim),
            peer is null ? "" : Tables.Number(peer.Value.Solving.Cpu.TotalSeconds), peer is null ? "" : Tables.Number(ours.Cpu / peer.Value.Solving.Cpu),
            Tables.Number(checking.Cpu.TotalSeconds), Tables.Number(reading.Cpu.TotalSeconds),
        ];
    }

    private static CoordinationOutcome.Placed Solve(CoordinationProblem problem) =>
        CoordinatedPlacement.Solve(problem) as CoordinationOutcome.Placed ?? throw new BenchmarkFailedException("Short of seats.");
}
