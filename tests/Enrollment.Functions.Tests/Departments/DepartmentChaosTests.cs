using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Chaos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentChaosTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AskAsync_ThirtyPercentFaults_BreaksThatShareBeforeTheDepartment()
    {
        await using var police = await FakeDepartment.StartAsync(202);
        using var setup = With(police.Address, ("FaultRate", "0.3"));

        var results = await AskAsync(setup, calls: 200);

        var broken = results.Count(result => result == new AskResult.Unreachable(UnreachableReason.ConnectionFailed));
        Assert.InRange(broken, 40, 80);
        Assert.Equal(200 - broken, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_SameSeed_MeetsTheSameMisfortunes()
    {
        await using var police = await FakeDepartment.StartAsync(202);

        Assert.Equal(await HistoryAsync("7"), await HistoryAsync("7"));
        Assert.NotEqual(await HistoryAsync("7"), await HistoryAsync("8"));

        async Task<string> HistoryAsync(string seed)
        {
            using var setup = With(police.Address, ("FaultRate", "0.3"), ("UnavailableRate", "0.2"), ("Seed", seed));
            return string.Join(' ', (await AskAsync(setup, calls: 40)).Select(result => result.Outcome));
        }
    }

    [Fact]
    public async Task AskAsync_Faults_AreRetriedAndOpenTheCircuitAsRealOnes()
    {
        await using var police = await FakeDepartment.StartAsync(202);
        using var setup = new ExchangeSetup(police.Address, settings => Add(settings, ("FaultRate", "1")));

        await AskAsync(setup, calls: 3);

        Assert.Equal(CircuitState.Open, setup.Exchanges.CircuitOf(Department.Police));
        Assert.NotEmpty(setup.Clock.Pauses);
        Assert.Empty(police.Received);
    }

    [Fact]
    public async Task AskAsync_Blackout_BeginsAndEndsAsSet()
    {
        await using var police = await FakeDepartment.StartAsync(202);
        using var setup = With(police.Address, ("BlackoutAfter", "00:01:00"), ("BlackoutFor", "00:10:00"));

        Assert.IsType<AskResult.WillCallBack>(await setup.AskAsync());
        setup.Clock.Advance(Minute);
        Assert.IsType<AskResult.Unreachable>(await setup.AskAsync());
        setup.Clock.Advance(10 * Minute);
        Assert.IsType<AskResult.WillCallBack>(await setup.AskAsync());
    }

    [Fact]
    public async Task AskAsync_OneDepartmentsChaos_IsNobodyElses()
    {
        await using var both = await FakeDepartment.StartAsync(202);
        using var setup = With(both.Address, ("FaultRate", "1"));

        Assert.IsType<AskResult.Unreachable>(await setup.AskAsync(Department.Police));
        Assert.IsType<AskResult.WillCallBack>(await setup.AskAsync(Department.Property));
    }

    [Theory]
    [InlineData("FaultRate", "0.1", "Development", true)]
    [InlineData("FaultRate", "0.1", "Production", false)]
    [InlineData("UnavailableRate", "0.1", null, false)]
    [InlineData("LatencyRate", "0.1", "development", false)]
    [InlineData("BlackoutFor", "00:00:01", "Staging", false)]
    [InlineData("Seed", "3", "Production", true)]
    [InlineData("FaultRate", "1.1", "Development", false)]
    [InlineData("FaultRatio", "0.1", "Development", false)]
    public void AddDepartments_Chaos_StartsInDevelopmentOnly(string setting, string value, string? environment, bool starts)
    {
        var values = ExchangeSetup.Settings("http://127.0.0.1:1");
        values["AZURE_FUNCTIONS_ENVIRONMENT"] = environment;
        Add(values, (setting, value));
        using var provider = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).BuildServiceProvider(validateScopes: true);

        var start = Record.Exception(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(starts, start is null);
    }

    [Fact]
    public void ChaosChance_ManyNumbers_LieEvenlyBelowOne()
    {
        var chance = new ChaosChance(1);

        var tenths = Enumerable.Range(0, 10_000).Select(_ => chance.Next()).CountBy(number => (int)(number * 10)).ToList();

        Assert.Equal(Enumerable.Range(0, 10), tenths.Select(tenth => tenth.Key).Order());
        Assert.All(tenths, tenth => Assert.InRange(tenth.Value, 900, 1100));
    }

    // Without retries, and with a circuit that never opens.
    private static ExchangeSetup With(string address, params (string Setting, string Value)[] chaos) => new(address, settings =>
    {
        settings["Departments:Police:Retries"] = "0";
        settings["Departments:Police:MinimumThroughput"] = "1000";
        Add(settings, chaos);
    });

    private static void Add(Dictionary<string, string?> settings, params (string Setting, string Value)[] chaos)
    {
        settings.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");
        foreach (var (setting, value) in chaos)
            settings[$"Departments:Police:Chaos:{setting}"] = value;
    }

    private static async Task<IReadOnlyList<AskResult>> AskAsync(ExchangeSetup setup, int calls)
    {
        var results = new List<AskResult>();
        for (var i = 0; i < calls; i++)
            results.Add(await setup.AskAsync());
        return results;
    }
}
