using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Runs one family's way again and again, each time with another call that fails.</summary>
internal sealed class CrashPointRuns(CrashPointFixture fixture, ITestOutputHelper output)
{
    private static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(90);

    public async Task FailEverywhereAsync(bool losesMessages)
    {
        var undisturbed = await RunAsync(losesMessages, plan: null);
        var sites = undisturbed.Calls.Where(CallSites.IsEarly).ToList();
        var tally = await CrashTally.OfAsync(CrashTally.Everywhere(sites), undisturbed.Took, point => RunAsync(losesMessages, point));

        output.WriteLine($"{sites.Count} call sites x {Enum.GetValues<CallFault>().Length} faults = {tally.Runs} runs, {tally.Fired} faults fired, "
            + $"{tally.Failures.Count} violations, longest delay by a fault {tally.Delay.TotalSeconds:F0} s of service time (in process, not Azure's)");
        Assert.Empty(tally.Failures);
        Assert.True(tally.Delay <= RecoveryBound, $"A fault delayed an application by {tally.Delay}.");
        Assert.True(tally.Fired >= tally.Runs * 9 / 10, $"Only {tally.Fired} of {tally.Runs} faults fired: the runs no longer follow the recorded way.");
    }

    public async Task<CrashRun> RunAsync(bool losesMessages, (string Site, CallFault Fault)? plan)
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
        return new CrashRun(sites.Calls, sites.HasFired, [.. violations, .. await LeftoversAsync(aftermath, id)], took);
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
}
