using System.Diagnostics;
using System.Text;

namespace Enrollment.Domain.Tests.Cli;

/// <summary>The built command as a shell runs it.</summary>
internal static class Enroll
{
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] args) => ProcessAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "enroll.dll"), .. args]);

    /// <summary>What it printed on both streams.</summary>
    public static async Task<(int ExitCode, string Output)> ProcessAsync(string program, params string[] args)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, output + await error);
    }
}
