using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;
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

    /// <summary>A home nobody claimed before is remembered and taken; one with a history is met, read, and taken.</summary>
    [Theory]
    [InlineData(false, 2 * 3)]
    [InlineData(true, 4 * 3)]
    public async Task Claim_CrashAtEveryCall_OneFamilyHasTheHome(bool hasHistory, int reached)
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
                if (hasHistory)
                    await LeaveHistoryAsync(locks, home);
                crash.CrashAt(call, how);
                var answered = await TryAsync(locks, first);
                crashes += crash.HasCrashed ? 1 : 0;
                crash.CrashAt(0, how);

                var others = await locks.ClaimAsync(second, SomeHomes.Policy, None);
                var again = await locks.ClaimAsync(first, SomeHomes.Policy, None);

                Assert.True(others is HomeClaimOutcome.Granted ^ again is HomeClaimOutcome.Granted, $"call {call}, {how}: {others} and {again}");
                Assert.False(answered is HomeClaimOutcome.Granted && again is not HomeClaimOutcome.Granted, $"call {call}, {how}: what was promised is gone");
                Assert.Single(await locks.HistoryAsync(home, None), place => place.Release is null);
            }
        }
        Assert.Equal(reached, crashes);
    }

    private static async Task LeaveHistoryAsync(PlaceLocks locks, UnitNumber home)
    {
        var gone = SomeHomes.Claim(home);
        Assert.IsType<HomeClaimOutcome.Granted>(await locks.ClaimAsync(gone, SomeHomes.Policy, None));
        Assert.True(await locks.ReleaseAsync(gone.Application, PlaceReleaseReason.Graduated, None));
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
