using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Schools;

/// <summary>A claim that dies at any call to storage, in any way: another family comes, the first tries again, and one of them has the home.</summary>
public sealed class PlaceLockCrashTests
{
    private const int MostCalls = 12;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Claim_CrashAtEveryCall_OneFamilyHasTheHome()
    {
        var crash = new CrashingHandler();
        await using var service = await Service.StartAsync(new ServiceOptions
        {
            Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(crash.Handler),
        });
        var (locks, crashes) = (service.Get<PlaceLocks>(), 0);
        foreach (var how in Enum.GetValues<CrashingHandler.How>())
        {
            for (var call = 1; call <= MostCalls; call++)
            {
                var home = SomeHomes.Next();
                var (first, second) = (SomeHomes.Claim(home), SomeHomes.Claim(home));
                crash.CrashAt(call, how);
                var answered = await TryAsync(locks, first);
                crashes += crash.HasCrashed ? 1 : 0;
                crash.CrashAt(0, how);

                var others = await locks.ClaimAsync(second, SomeHomes.Policy, None);
                var again = await locks.ClaimAsync(first, SomeHomes.Policy, None);

                Assert.True(others is HomeClaimOutcome.Granted ^ again is HomeClaimOutcome.Granted, $"call {call}, {how}: {others} and {again}");
                Assert.False(answered is HomeClaimOutcome.Granted && again is not HomeClaimOutcome.Granted, $"call {call}, {how}: what was promised is gone");
                Assert.Single(await locks.HistoryAsync(home, None));
            }
        }
        // Read, remember, commit: each dies in each way.
        Assert.Equal(9, crashes);
    }

    private static async Task<HomeClaimOutcome?> TryAsync(PlaceLocks locks, HomeClaim claim)
    {
        try
        {
            return await locks.ClaimAsync(claim, SomeHomes.Policy, None);
        }
        catch (CrashException)
        {
            return null;
        }
    }
}
