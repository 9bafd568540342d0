using System.Diagnostics;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Lots and nothing else: one, or the best of as many as fit into a time.</summary>
internal static class RandomLots
{
    public static int[] One(BenchList list, int seed) =>
        (Lot.Draw(list.List, BenchList.Seed(seed)) ?? throw new BenchmarkFailedException($"No lot of {list.Roster.Name} {list.List.Rows.Count}.")).Groups;

    public static (int[] Groups, int Lots) BestWithin(BenchList list, ScoreMatrix scores, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var (best, least, lots) = (Array.Empty<int>(), double.PositiveInfinity, 0);
        for (; lots == 0 || clock.Elapsed < time; lots++)
        {
            var groups = One(list, lots);
            var objective = scores.Objective(groups);
            if (objective < least)
                (best, least) = (groups, objective);
        }
        return (best, lots);
    }
}
