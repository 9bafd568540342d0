using System.Diagnostics;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Applications;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.Storm;

/// <summary>Promise P1 and P4 on a real host process. The figures are LocalHost's, not Azure's.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Host_KilledAtRandomMoments_LosesNothingAndDecidesNothingTwice()
    {
        var options = StormOptions.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("enrollment-storm-");
        var families = Families(options.Applications, folder.FullName);
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = folder.FullName });
        var (host, parents, ledger) = (cluster.Hosts[0], new StormParents(cluster.Hosts[0].Address, families), new StormLedger(cluster.Account.ConnectionString));

        var applying = parents.ApplyAsync();
        await KillAgainAndAgainAsync(options, host, parents, applying);
        await applying;
        var recovery = Stopwatch.StartNew();
        await UntilAsync(async () => await ledger.OpenAsync() == 0, RecoveryBound * 2);
        recovery.Stop();
        // Whoever was asked for papers keeps a row for the last day to bring them; nothing else is outstanding.
        var asked = families.Count(family => family.Truth.Status is ApplicationStatus.CorrectionRequested);
        await UntilAsync(async () => await ledger.WaitingAsync() == asked, RecoveryBound * 2);

        var cases = await ledger.CasesAsync();
        output.WriteLine($"{options.Kills} kills (seed {options.Seed}), {families.Count} applications, {parents.Retries} broken requests retried; "
            + $"all settled {recovery.Elapsed.TotalSeconds:F0} s after the last application was taken; longest pause of one application "
            + $"{cases.Values.Max(c => c.LongestPause).TotalSeconds:F0} s (LocalHost's figures, not Azure's)");
        Assert.Equal(families.Count, parents.Accepted.Count);
        Assert.Equal(parents.Accepted.Values.Order(StringComparer.Ordinal), cases.Keys.Order(StringComparer.Ordinal));
        Assert.All(cases.Values, stored => Assert.Equal(1, stored.Decisions));
        Assert.All(families, family => Assert.Equal(Expected(family), Ended(cases[parents.Accepted[family.Number]])));
        Assert.True(recovery.Elapsed <= RecoveryBound, $"Recovery took {recovery.Elapsed}.");
        folder.Delete(recursive: true);
    }

    // Departments that misbehave have tests of their own; here only the host does.
    private static IReadOnlyList<Family> Families(int count, string folder)
    {
        var seeds = SeedFamilies.Generate(count + (count / 5), SeedFamilies.CommittedSeed);
        SeedFiles.Write(folder, seeds);
        var misbehaved = seeds.Registers.Behaviors.Select(behavior => behavior.ChildIdNo).ToHashSet(StringComparer.Ordinal);
        return [.. seeds.Families.Where(family => !misbehaved.Contains(family.Form.Child.DocumentNumber)).Take(count)];
    }

    // Each kill waits for its share of the applications, so that all of them fall into the work and none after it.
    private static async Task KillAgainAndAgainAsync(StormOptions options, WebProcess host, StormParents parents, Task applying)
    {
        var chance = new Random(options.Seed);
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            var share = options.Applications * kill / (options.Kills + 2);
            await UntilAsync(() => Task.FromResult(parents.Accepted.Count >= share || applying.IsCompleted), RecoveryBound * 2);
            await Task.Delay(chance.Next(1000));
            await host.RestartAsync();
        }
    }

    private static string Expected(Family family) => $"{family.Truth.Status} {family.Truth.Established}";

    private static string Ended(StormCase stored) => $"{stored.Status} {stored.Established}";

    private static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan bound)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < bound, $"Not within {bound}.");
            await Task.Delay(Look);
        }
    }
}
