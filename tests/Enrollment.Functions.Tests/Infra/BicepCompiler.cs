using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Enrollment.DevCluster;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>The pinned compiler, which also works out what a deployment would make: no cloud is asked.</summary>
internal static class BicepCompiler
{
    private static readonly string Compiler = Environment.GetEnvironmentVariable("BICEP")
        ?? typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Bicep").Value!;

    /// <summary>What infra/main.bicep makes with one of its parameter files.</summary>
    public static async Task<JsonDocument> DeployAsync(string parameters)
    {
        // The compiler writes beside its input.
        var folder = Directory.CreateTempSubdirectory("bicep");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("infra")))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            await RunAsync("snapshot", Path.Combine(folder.FullName, $"{parameters}.bicepparam"),
                "--subscription-id", "00000000-0000-0000-0000-000000000001", "--location", "eastasia");
            return JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, $"{parameters}.snapshot.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (errors, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
