using System.Diagnostics;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Ours: the lot and the search, as a draw does it.</summary>
internal static class OwnSearch
{
    public static OwnRun Run(BenchList list, int seed, int threads)
    {
        var (clock, before) = (Stopwatch.StartNew(), Cpu());
        var lot = Lot.Draw(list.List, BenchList.Seed(seed)) ?? throw new BenchmarkFailedException($"No lot of {list.Roster.Name} {list.List.Rows.Count}.");
        var groups = BalancingSearch.Improve(list.List, list.Table, lot.Groups, BenchList.Seed(seed), threads);
        var (elapsed, cpu) = (clock.Elapsed, Cpu() - before);
        // Groups are numbered by the second draw: pins are of classes.
        var numbers = SecondDraw.Numbers(list.List, groups, BenchList.Seed(seed)) ?? throw new BenchmarkFailedException("No class numbers.");
        var broken = PlacementRules.FirstBroken(list.List, groups);
        return broken is null
            ? new OwnRun([.. groups.Select(group => numbers[group - 1])], elapsed, cpu, Hash(groups))
            : throw new BenchmarkFailedException($"The search broke a rule: {broken}.");
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Hash(int[] groups) => Domain.Draws.Digest.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(groups.AsSpan())).ToString()[..16];
}

/// <param name="Classes">Of each pupil.</param>
/// <param name="Elapsed">Lot and search.</param>
/// <param name="Cpu">Processor time, all threads.</param>
/// <param name="Hash">Of the groups.</param>
internal sealed record OwnRun(int[] Classes, TimeSpan Elapsed, TimeSpan Cpu, string Hash);
