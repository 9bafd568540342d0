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

    internal sealed record CrashRun(IReadOnlyList<string> Calls, bool HasFired, TimeSpan Took, IReadOnlyList<string> Violations);
}
