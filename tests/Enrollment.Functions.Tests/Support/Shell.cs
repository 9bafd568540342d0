using System.Diagnostics;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Runs the commands of a page of the documentation.</summary>
internal static class Shell
{
    /// <summary>What they print; one that fails ends the test.</summary>
    public static async Task<string> RunAsync(string commands, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("bash", ["-eu", "-c", commands]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{shell.ExitCode}: {await output}{await errors}");
        return await output;
    }
}
