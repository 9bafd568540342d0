using Enrollment.Domain.Tests;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2: every call to storage and departments, of every step, times every way it can fail.</summary>
public sealed class CrashPointTests(CrashPointFixture fixture, ITestOutputHelper output) : IClassFixture<CrashPointFixture>
{
    // The same call in the same step differs only in its key: the first few show what all of them do.
    private const int TimesOfOneCall = 4;
    private static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(90);

    [Fact]
    public Task Calls_OnTheStraightWay_AreSafeWhereverTheyFail() => FailEverywhereAsync(losesMessages: false);

    [Fact]
    public Task Calls_WhenTheSweepMustHelp_AreSafeWhereverTheyFail() => FailEverywhereAsync(losesMessages: true);

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var straight = await RunAsync(losesMessages: false, plan: null);
        var swept = await RunAsync(losesMessages: true, plan: null);

        var calls = straight.Calls.Concat(swept.Calls).Select(site => site[..site.LastIndexOf(" #", StringComparison.Ordinal)]);

        Snapshot.Matches("CrashPoints/call-sites.txt", string.Join('\n', calls.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + "\n");
    }

    private async Task FailEverywhereAsync(bool losesMessages)
    {
        var undisturbed = await RunAsync(losesMessages, plan: null);
        var sites = undisturbed.Calls.Where(site => int.Parse(site[(site.LastIndexOf('#') + 1)..], System.Globalization.CultureInfo.InvariantCulture) <= TimesOfOneCall).ToList();
        var (failures, slowest, fired) = (new List<string>(), TimeSpan.Zero, 0);

        foreach (var site in sites)
        {
            foreach (var fault in Enum.GetValues<CallFault>())
            {
                var run = await RunAsync(losesMessages, (site, fault));
                failures.AddRange(run.Violations.Select(violation => $"{site}, {fault}: {violation}"));
                slowest = run.Took - undisturbed.Took > slowest ? run.Took - undisturbed.Took : slowest;
                fired += run.HasFired ? 1 : 0;
            }
        }

        output.WriteLine($"{sites.Count} call sites x {Enum.GetValues<CallFault>().Length} faults = {sites.Count * 3} runs, {fired} faults fired, "
            + $"{failures.Count} violations, longest delay by a fault {slowest.TotalSeconds:F0} s of service time (in process, not Azure's)");
        Assert.Empty(failures);
        Assert.True(slowest <= RecoveryBound, $"A fault delayed an application by {slowest}.");
        Assert.True(fired >= sites.Count * 3 * 9 / 10, $"Only {fired} of {sites.Count * 3} faults fired: the runs no longer follow the recorded way.");
    }

    private async Task<CrashRun> RunAsync(bool losesMessages, (string Site, CallFault Fault)? plan)
    {
        var family = await fixture.NextFamilyAsync();
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        using var desk = new CallbackDesk(fixture.Departments, fixture.Time);
        await using var app = await TestApp.StartAsync(fixture.Account, fixture.Departments, fixture.Time, sites, desk);
        var (id, took) = await new CrashScenario(app, family, desk, fixture.Time, losesMessages).RunAsync();
        var aftermath = new Aftermath(fixture.Account.ConnectionString);
        var violations = await aftermath.ViolationsAsync(id, app.Index.Of("guardian", family.Form.Guardian.DocumentNumber),
            family.Truth.Established.ToString()!, [.. family.Truth.Checks.Keys.Select(department => department.ToString())]);
        await SweepAwayAsync(app, aftermath, id);
        return new CrashRun(sites.Calls, sites.HasFired, took, [.. violations, .. await LeftoversAsync(aftermath, id)]);
    }

    private async Task SweepAwayAsync(TestApp app, Aftermath aftermath, ApplicationId id)
    {
        for (var sweep = 0; sweep < 3 && await aftermath.DueRowsOfAsync(id) > 0; sweep++)
        {
            fixture.Time.Advance(TimeSpan.FromMinutes(2));
            await app.SweepAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> LeftoversAsync(Aftermath aftermath, ApplicationId id) =>
        await aftermath.DueRowsOfAsync(id) is > 0 and var left ? [$"{left} due rows left"] : [];

    private sealed record CrashRun(IReadOnlyList<string> Calls, bool HasFired, TimeSpan Took, IReadOnlyList<string> Violations);
}
