using System.Diagnostics;
using Enrollment.DevCluster;

namespace Enrollment.Functions.Tests.Support;

/// <summary>The shell commands of a page of docs/, as they stand there, run against a service by a shell.</summary>
internal static class DocumentedCommands
{
    private const string DemoEnvironment = ". artifacts/demo.env\n";

    /// <summary>All commands of the page in their order. The first reads what `./dev demo` leaves behind; here the variables come with the shell.</summary>
    public static string Of(string page)
    {
        var blocks = File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n").Split("```sh\n").Skip(1).Select(block => block.Split("```")[0]);
        var commands = string.Concat(blocks);
        Assert.StartsWith(DemoEnvironment, commands, StringComparison.Ordinal);
        return commands[DemoEnvironment.Length..];
    }

    /// <summary>What the commands print; one that fails, a pipe's first part too, fails the test.</summary>
    public static async Task<string> RunAsync(string commands, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{shell.ExitCode}: {await output}{await errors}");
        return await output;
    }
}
