namespace Enrollment.Benchmarks.Measuring;

/// <summary>What one round showed.</summary>
/// <param name="Measured">Applications between the start and the stop of the clock.</param>
/// <param name="All">Those and the ones that led the round: what operations and processor time are spread over.</param>
/// <param name="Elapsed">From the first submission to the last application's last transaction.</param>
/// <param name="Waits">From the acceptance of each application to its last transaction, in order of length.</param>
/// <param name="Operations">Storage operations of all applications.</param>
/// <param name="Cpu">Processor time by process.</param>
internal sealed record Round(int Measured, int All, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Waits, StorageCounts Operations, CpuTimes Cpu)
{
    public double PerSecond => Measured / Elapsed.TotalSeconds;

    public TimeSpan WithinWhich(double part) => Waits[(int)Math.Ceiling(part * Waits.Count) - 1];
}
