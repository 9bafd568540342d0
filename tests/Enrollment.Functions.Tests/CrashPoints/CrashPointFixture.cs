using Enrollment.DepartmentSimulator;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Seeds;
using Microsoft.AspNetCore.Builder;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Azurite, the simulator, and many families whose four departments have the right answer; property is silent once for each.</summary>
public sealed class CrashPointFixture : IAsyncLifetime
{
    private const string Story = "five-district-mover";
    private const int Families = 12_000;

    private readonly string _seeds = Directory.CreateTempSubdirectory("enrollment-crash-points-").FullName;
    private WebApplication? _simulator;
    private Queue<Family> _families = new();

    internal ShiftedTime Time { get; } = new();

    internal AzuriteAccount Account { get; private set; } = null!;

    internal Uri Departments { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var seeds = SeedFamilies.Generate(Families, SeedFamilies.CommittedSeed);
        SeedFiles.Write(_seeds, seeds);
        _families = new Queue<Family>(seeds.Families.Where(family => family.Story == Story));
        var settings = HostSettings.Simulator(_seeds).Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}");
        _simulator = SimulatorApplication.Create(["--urls=http://127.0.0.1:0", .. settings], Time);
        await _simulator.StartAsync();
        Departments = new Uri(_simulator.Urls.Single());
    }

    internal async Task<Family> NextFamilyAsync()
    {
        var family = _families.Dequeue();
        using var control = new SimulatorControl(Departments);
        await control.BehaveAsync(Domain.Verification.Department.Property, new { kind = "NeverCallBack", times = 1 }, family.Form.Child.DocumentNumber);
        return family;
    }

    public async Task DisposeAsync()
    {
        if (_simulator is not null)
        {
            await _simulator.StopAsync();
            await _simulator.DisposeAsync();
        }
        Directory.Delete(_seeds, recursive: true);
    }
}
