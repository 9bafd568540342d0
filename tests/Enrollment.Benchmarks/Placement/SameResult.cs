using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>One result, whatever the machine can do.</summary>
internal static class SameResult
{
    public static Table Table()
    {
        var table = Tables.Of("Same result", "threads", "instructions", "milliseconds", "hash");
        string? first = null;
        foreach (var (threads, off) in new (int, string?)[] { (1, null), (2, null), (1, "DOTNET_EnableAVX2"), (1, "DOTNET_EnableHWIntrinsic") })
        {
            var (hash, milliseconds) = HashCommand.Of(threads, off);
            table.AddRow(Tables.Count(threads), off is null ? "all" : $"{off}=0", milliseconds, hash);
            if (hash != (first ??= hash))
                throw new BenchmarkFailedException($"Another result with {threads} threads, {off ?? "all instructions"}.");
        }
        return table;
    }
}
