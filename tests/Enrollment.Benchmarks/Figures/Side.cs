using Enrollment.Benchmarks.Measuring;

namespace Enrollment.Benchmarks.Figures;

/// <summary>All rounds of the service, or all of the floor.</summary>
internal sealed class Side(IReadOnlyList<Round> rounds)
{
    private readonly int _applications = rounds.Sum(round => round.All);

    public StorageCounts Operations { get; } = rounds.Aggregate(StorageCounts.None, (sum, round) => sum.And(round.Operations));

    /// <summary>The median round's.</summary>
    public double PerSecond { get; } = Median(rounds.Select(round => round.PerSecond));

    public double PerApplication(long count) => (double)count / _applications;

    /// <summary>The median round's, for one application.</summary>
    public double CpuMilliseconds(string process) => Median(rounds.Select(round => round.Cpu.ByProcess[process].TotalMilliseconds / round.All));

    /// <summary>The median round's wait that this part of its applications did not exceed, in seconds.</summary>
    public double WaitSeconds(double part) => Median(rounds.Select(round => round.WithinWhich(part).TotalSeconds));

    private static double Median(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
