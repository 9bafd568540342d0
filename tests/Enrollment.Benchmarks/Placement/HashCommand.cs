using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Enrollment.Domain.Placement;

namespace Enrollment.Benchmarks.Placement;

/// <summary>`placement hash`: one result's hash and time, for a process of its own with other instructions allowed.</summary>
internal static class HashCommand
{
    private const string Name = "hash";
    private static readonly SearchBudget Short = new(1, 30, 20);

    public static Command Create()
    {
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 1 };
        var command = new Command(Name, "Hash and milliseconds of one short search; placement runs this with vector instructions switched off") { threads };
        command.SetAction(parsed =>
        {
            var run = OwnSearch.Run(BenchList.Of(SchoolGen.Make(1_500, 30), BenchProfile.Bench, obeysRules: true, Short), seed: 1, parsed.GetValue(threads));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Hash} {run.Elapsed.TotalMilliseconds:0}"));
        });
        return command;
    }

    /// <summary>In a process where the runtime's switch (such as DOTNET_EnableAVX2) is off; null for the usual one.</summary>
    public static (string Hash, string Milliseconds) Of(int threads, string? off)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in (string[])["placement", Name, "--threads", threads.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        if (off is not null)
            start.Environment[off] = "0";
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();
        return words.Length == 2 ? (words[0], words[1]) : throw new BenchmarkFailedException("placement hash gave no hash.");
    }
}
