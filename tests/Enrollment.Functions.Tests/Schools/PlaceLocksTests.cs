using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Schools;

public sealed class PlaceLocksTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private PlaceLocks Locks => fixture.Service.Get<PlaceLocks>();

    [Fact]
    public async Task Claim_ManyFamiliesAtOnce_OneWins()
    {
        var home = SomeHomes.Next();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ClaimAsync(SomeHomes.Claim(home))));

        Assert.Equal((1, 39), (outcomes.Count(outcome => outcome is HomeClaimOutcome.Granted), outcomes.Count(outcome => outcome is HomeClaimOutcome.Refused)));
        Assert.Single(await Locks.HistoryAsync(home, None));
    }

    /// <summary>Promise P6 as place locks keep it: 1,000 children want the places of 100 homes.</summary>
    [Fact]
    public async Task Claim_ThousandChildrenForAHundredHomes_AHundredWin()
    {
        var homes = Enumerable.Range(0, 100).Select(_ => SomeHomes.Next()).ToList();
        // Those who want one home come together, or hardly any two would meet.
        var claims = Enumerable.Range(0, 1000).Select(i => SomeHomes.Claim(homes[i / 10])).ToList();
        var granted = 0;

        await Parallel.ForEachAsync(claims, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (claim, token) =>
        {
            if (await Locks.ClaimAsync(claim, SomeHomes.Policy, token) is HomeClaimOutcome.Granted)
                Interlocked.Increment(ref granted);
        });

        Assert.Equal(100, granted);
    }

    [Fact]
    public async Task Claim_SiblingsOfOneHouseholderAtOnce_AllWin()
    {
        var home = SomeHomes.Next();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ClaimAsync(SomeHomes.Claim(home, householder: "one householder"))));

        Assert.All(outcomes, outcome => Assert.IsType<HomeClaimOutcome.Granted>(outcome));
        Assert.Equal(5, (await Locks.HistoryAsync(home, None)).Count);
    }

    [Fact]
    public async Task Claim_TheSameAgain_StandsAndIsStoredOnce()
    {
        var claim = SomeHomes.Claim(SomeHomes.Next());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ClaimAsync(claim)));

        Assert.All(outcomes, outcome => Assert.Equal(new HomeClaimOutcome.Granted(IsBound: true), outcome));
        Assert.Single(await Locks.HistoryAsync(claim.Unit, None));
    }

    [Fact]
    public async Task Claim_AtASchoolThatIsNotBound_StoresNothing()
    {
        var claim = SomeHomes.Claim(SomeHomes.Next(), isMunicipal: false);

        Assert.Equal(new HomeClaimOutcome.Granted(IsBound: false), await ClaimAsync(claim));
        Assert.Empty(await Locks.HistoryAsync(claim.Unit, None));
    }

    [Fact]
    public async Task Claim_HolderWithdrew_IsTakenOverAndStaysOnRecord()
    {
        var (home, parent) = (SomeHomes.Next(), fixture.Service.Parent(FamilyPool.Plain));
        var holder = await parent.ApplyAsync();
        await ClaimAsync(SomeHomes.Claim(home, ApplicationId.Parse(holder)));
        Assert.IsType<HomeClaimOutcome.Refused>(await ClaimAsync(SomeHomes.Claim(home)));

        var current = await parent.GetAsync(holder);
        Assert.Equal(200, (await parent.WithdrawAsync(holder, current.ETag)).Status);

        Assert.IsType<HomeClaimOutcome.Granted>(await ClaimAsync(SomeHomes.Claim(home)));
        Assert.Equal([PlaceReleaseReason.NotTakenUp, null], (await Locks.HistoryAsync(home, None)).Select(place => place.Release?.Reason));
    }

    [Fact]
    public async Task Claim_HolderIsNoLongerStored_IsNotTakenOver()
    {
        var home = SomeHomes.Next();
        await ClaimAsync(SomeHomes.Claim(home));

        Assert.Equal(new HomeClaimOutcome.Refused(new DateOnly(2026, 9, 1), new DateOnly(2032, 9, 1)), await ClaimAsync(SomeHomes.Claim(home)));
    }

    [Fact]
    public async Task Release_ThenClaim_FreesTheHomeAndKeepsItsHistory()
    {
        var (home, first) = (SomeHomes.Next(), SomeHomes.Application());
        await ClaimAsync(SomeHomes.Claim(home, first));

        Assert.True(await Locks.ReleaseAsync(first, PlaceReleaseReason.TransferredOut, None));
        Assert.True(await Locks.ReleaseAsync(first, PlaceReleaseReason.Graduated, None));

        Assert.IsType<HomeClaimOutcome.Granted>(await ClaimAsync(SomeHomes.Claim(home)));
        Assert.Equal([PlaceReleaseReason.TransferredOut, null], (await Locks.HistoryAsync(first, None)).Select(place => place.Release?.Reason));
    }

    [Fact]
    public async Task Rows_OfAClaim_NameNeitherHomeNorHouseholder()
    {
        var claim = SomeHomes.Claim(SomeHomes.Next(), householder: "359901198001010018");
        await ClaimAsync(claim);

        var rows = string.Join('\n', (await fixture.Service.Stored.RowsAsync(PlaceLockStore.Table)).Select(row => string.Join(' ', row)));

        Assert.Contains(claim.Application.Value, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(claim.Unit.Value, rows, StringComparison.Ordinal);
        Assert.DoesNotContain("359901198001010018", rows, StringComparison.Ordinal);
    }

    private Task<HomeClaimOutcome> ClaimAsync(HomeClaim claim) => Locks.ClaimAsync(claim, SomeHomes.Policy, None);
}
