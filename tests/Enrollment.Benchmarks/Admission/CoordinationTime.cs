using System.Diagnostics;

namespace Enrollment.Benchmarks.Admission;

/// <param name="Elapsed">By the clock; on a busy machine this says little.</param>
/// <param name="Cpu">Processor time of this process, all threads.</param>
internal sealed record CoordinationTime(TimeSpan Elapsed, TimeSpan Cpu)
{
    public static (T Value, CoordinationTime Time) Of<T>(Func<T> work)
    {
        var (clock, before) = (Stopwatch.StartNew(), CpuNow());
        var value = work();
        return (value, new CoordinationTime(clock.Elapsed, CpuNow() - before));
    }

    private static TimeSpan CpuNow()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
