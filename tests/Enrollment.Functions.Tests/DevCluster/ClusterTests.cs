using System.Diagnostics;
using System.Net;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Processes;
using Enrollment.DevCluster.Seeds;

namespace Enrollment.Functions.Tests.DevCluster;

public sealed class ClusterTests : IDisposable
{
    private readonly DirectoryInfo _seeds = Directory.CreateTempSubdirectory("enrollment-tests-");
    private readonly SeedSet _families = SeedFamilies.Generate(5, SeedFamilies.CommittedSeed);

    public ClusterTests() => SeedFiles.Write(_seeds.FullName, _families);

    public void Dispose() => _seeds.Delete(recursive: true);

    [Fact]
    public async Task Dispose_HostSimulatorAndStorageRun_AllEnd()
    {
        var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = _seeds.FullName });
        int[] ids = [cluster.Azurite.ProcessId, cluster.Simulator!.ProcessId!.Value, cluster.Hosts[0].ProcessId!.Value];

        await cluster.DisposeAsync();

        Assert.All(ids, id => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id)));
    }

    [Fact]
    public async Task Restart_AfterAKill_AnswersAtTheSameAddressWithTheSameData()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = _seeds.FullName });
        var host = cluster.Hosts[0];
        var (parents, family) = (ParentClient.For(host.Address), _families.Families[0]);
        var token = DevelopmentTokens.For(family.Form.Guardian.DocumentNumber, family.Form.Guardian.Name);
        var id = (await parents.SubmitAsync(SeedFiles.Line(family.Form), token)).JsonOfSuccess.GetProperty("id").GetString()!;

        await host.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => parents.GetAsync(id, token));
        await host.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await parents.GetAsync(id, token)).Status);
    }

    [Fact]
    public async Task Stop_IdleHost_DrainsAndEndsByItself()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = _seeds.FullName });

        Assert.True(await cluster.Hosts[0].StopAsync());
        Assert.Null(cluster.Hosts[0].ProcessId);
    }

    [Fact]
    public async Task Start_HostCannotStart_ThrowsItsOutput()
    {
        var broken = new ClusterOptions
        {
            SeedFolder = _seeds.FullName,
            HostSettings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Callers__SigningKey"] = "not base64" },
        };

        var failure = await Assert.ThrowsAsync<ChildFailedException>(() => Cluster.StartAsync(broken));

        Assert.Contains("function host ended", failure.Message, StringComparison.Ordinal);
        Assert.Contains("SigningKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Departments_BehaviorSetAndReset_CountersAreZero()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterOptions { SeedFolder = _seeds.FullName, Hosts = 0 });

        await cluster.Departments!.BehaveAsync(Domain.Verification.Department.Property, new { kind = "Unavailable" });
        await cluster.Departments.ResetAsync();
        var counters = await cluster.Departments.CountersAsync();

        Assert.Equal(0, counters.GetProperty("property").GetProperty("requests").GetInt32());
    }
}
