using System.Diagnostics;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Runs the commands of a page of the documentation.</summary>
internal static class Shell
{
    /// <summary>What they print; a command that fails ends the test.</summary>
    public static async Task<string> RunAsync(string commands)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-ec", commands]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{process.ExitCode}: {await output}{await errors}");
        return await output;
    }
}
