using System.Diagnostics;
using Enrollment.DevCluster.Processes;

namespace Enrollment.DevCluster.Azurite;

/// <summary>Runs `npm ci` in infra/azurite on first use, once however many processes want it.</summary>
internal static class AzuriteInstall
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);

    private static string Folder => Repository.PathOf("infra/azurite");

    public static string Script => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    public static string Preload => Path.Combine(Folder, "preload.mjs");

    // npm writes this file last: a node_modules that was interrupted has none.
    private static bool IsComplete => File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")) && File.Exists(Script);

    public static async Task EnsureAsync(Action<string> report, CancellationToken cancellation)
    {
        if (IsComplete)
            return;

        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Bound);
        await using var alone = await LockAsync(report, bound.Token);
        if (!IsComplete)
            await NpmCiAsync(report, bound.Token);
    }

    private static async Task<FileStream> LockAsync(Action<string> report, CancellationToken cancellation)
    {
        // beside package.json in git's eyes ignored: obj/
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "obj")).FullName, "npm-ci.lock");
        for (var waits = 0; ; waits++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (waits % 5 == 0)
                    report("Waiting for another process that installs Azurite ...");
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private static async Task NpmCiAsync(Action<string> report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        report("Installing Azurite with npm ci (first use, about half a minute) ...");
        var npm = new ChildCommand("npm ci", OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]) { Folder = Folder };
        await using var child = ChildProcess.Start(npm);
        var ended = child.WaitForExitAsync(cancellation);
        while (await Task.WhenAny(ended, Task.Delay(ReportEvery, cancellation)) != ended)
            report($"  npm ci: {clock.Elapsed.TotalSeconds:0} s ...");

        await ended;
        if (!IsComplete)
            throw ChildFailedException.For($"npm ci in {Folder} did not install Azurite.", child.Output);
        report($"Azurite installed in {clock.Elapsed.TotalSeconds:0} s.");
    }
}
