using Enrollment.Domain.Admission.Coordination;
using Google.OrTools.Graph;

namespace Enrollment.Benchmarks.Admission;

/// <summary>OR-Tools' minimum-cost flow (cost scaling, native code) on the same problem: the judge of the optimum, and of the time.</summary>
internal static class CoordinationPeer
{
    /// <summary>Its native library is not there on every machine.</summary>
    public static bool IsThere
    {
        get
        {
            try
            {
                using var flow = new MinCostFlow();
                return flow.Solve() is MinCostFlowBase.Status.OPTIMAL;
            }
            catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
            {
                return false;
            }
        }
    }

    /// <summary>The smallest sum of walks, and how long solving took without building its network.</summary>
    public static (long Meters, CoordinationTime Solving) Solve(CoordinationProblem problem)
    {
        using var flow = new MinCostFlow();
        var (areas, all) = (problem.Children.Count, problem.Children.Count + problem.Seats.Count);
        for (var area = 0; area < areas; area++)
        {
            flow.SetNodeSupply(area, problem.Children[area]);
            for (var school = 0; school < problem.Seats.Count; school++)
            {
                if (problem.Meters[area][school] is { } meters)
                    flow.AddArcWithCapacityAndUnitCost(area, areas + school, problem.Children[area], meters);
            }
        }
        for (var school = 0; school < problem.Seats.Count; school++)
            flow.AddArcWithCapacityAndUnitCost(areas + school, all, problem.Seats[school], 0);
        flow.SetNodeSupply(all, -problem.Children.Sum());
        var (status, time) = CoordinationTime.Of(flow.Solve);
        return status is MinCostFlowBase.Status.OPTIMAL ? (flow.OptimalCost(), time) : throw new BenchmarkFailedException($"OR-Tools answered {status}.");
    }
}
