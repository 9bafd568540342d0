using System.Diagnostics;
using System.Text;
using Enrollment.Cli;

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

    /// <summary>`enroll verify` and one of the scripts of web/verify end alike and begin their verdict alike.</summary>
    public static async Task AssertBothSayAsync(string script, string record, int exitCode, string verdict)
    {
        var (ours, theirs) = (await RunAsync("verify", record), await ProcessAsync("node", TestData.RepositoryFile($"web/verify/{script}"), record));

        Assert.StartsWith(verdict, ours.Output, StringComparison.Ordinal);
        Assert.Equal((exitCode, exitCode), (ours.ExitCode, theirs.ExitCode));
        Assert.StartsWith(verdict, theirs.Output, StringComparison.Ordinal);
    }

    /// <summary>The command within this process: hundreds of times a second.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Program.Run(args, output, error), output.ToString(), error.ToString());
    }
}
