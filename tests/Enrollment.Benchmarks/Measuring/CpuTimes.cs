using System.Diagnostics;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>Processor time, user and system, by process.</summary>
internal sealed record CpuTimes(IReadOnlyDictionary<string, TimeSpan> ByProcess)
{
    public CpuTimes Since(CpuTimes earlier) =>
        new(ByProcess.ToDictionary(time => time.Key, time => time.Value - earlier.ByProcess[time.Key], StringComparer.Ordinal));

    public static CpuTimes Read(IReadOnlyDictionary<string, int> processIds) =>
        new(processIds.ToDictionary(process => process.Key, process => Of(process.Value), StringComparer.Ordinal));

    private static TimeSpan Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }
}
