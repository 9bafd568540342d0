using System.Diagnostics;
using System.Text;

namespace Enrollment.Domain.Tests.Cli;

/// <summary>The built command as a shell runs it: its exit code, its UTF-8 and its language reach the outside.</summary>
public sealed class EnrollProcessTests
{
    [Fact]
    public async Task Enroll_Help_ListsTheCommandsInChinese()
    {
        var (exitCode, output) = await EnrollAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("用法:", output, StringComparison.Ordinal);
        Assert.Contains("证件号码", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enroll_IdCheckOfAWrongNumber_Exits1()
    {
        var (exitCode, output) = await EnrollAsync("id", "check", "350502202002290037");

        Assert.Equal(1, exitCode);
        Assert.Contains("校验码", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> EnrollAsync(params string[] args)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "enroll.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, output);
    }
}
