using System.Diagnostics;

namespace Enrollment.DevCluster.Demo.Faults;

/// <summary>Samples the resident memory of a host that is never killed, to show that it does not grow with the families.</summary>
internal sealed class MemoryWatch(int processId)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly List<long> _samples = [];

    public MemoryFigures Figures => MemoryFigures.Of(_samples);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var process = Process.GetProcessById(processId);
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                process.Refresh();
                _samples.Add(process.WorkingSet64);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}

/// <summary>Medians of the resident memory of the first and the last third of a run, in MiB.</summary>
internal sealed record MemoryFigures(int Samples, long FirstThird, long LastThird, long Highest)
{
    /// <summary>How much higher the last third may lie than the first: what the runtime's own caches and the compiler's second look take.</summary>
    public const double GrowthAtMost = 1.25;

    /// <summary>And this much on top, in MiB, for runs so short that the first third is the start.</summary>
    public const long WarmUpAtMost = 100;

    private const long MiB = 1024 * 1024;

    public long Bound => (long)(FirstThird * GrowthAtMost) + WarmUpAtMost;

    public bool IsFlat => LastThird <= Bound;

    public static MemoryFigures Of(IReadOnlyList<long> samples)
    {
        var third = samples.Count / 3;
        return new MemoryFigures(samples.Count, Median([.. samples.Take(third)]), Median([.. samples.Skip(samples.Count - third)]), samples.DefaultIfEmpty().Max() / MiB);
    }

    private static long Median(IReadOnlyList<long> samples) => samples.Count == 0 ? 0 : samples.Order().ElementAt(samples.Count / 2) / MiB;
}
