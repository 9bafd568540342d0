using Azure.Data.Tables;
using Enrollment.Domain.Tests;
using Enrollment.Functions.Review;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2 for people's decisions: every call to storage, of every step, times every way it can fail; each happens once, and no case falls off the list.</summary>
public sealed class ReviewCrashTests(CrashPointFixture fixture, ITestOutputHelper output) : IClassFixture<CrashPointFixture>
{
    private static readonly string[] Once = ["Submitted", "ReferredToPerson", "Transferred", "RefusalProposed", "ClaimRefused", "SentToCoordination", "ObjectionRaised", "ObjectionAnswered"];

    [Fact]
    public async Task Decisions_WhereverACallFails_HappenOnceAndNoCaseFallsOffTheList()
    {
        var undisturbed = await RunAsync(plan: null);
        Assert.Empty(undisturbed.Violations);
        var sites = undisturbed.Calls.Where(IsOfReview).Where(CallSites.IsEarly).ToList();
        var tally = await CrashTally.OfAsync(CrashTally.Everywhere(sites), undisturbed.Took, point => RunAsync(point));

        output.WriteLine($"{sites.Count} call sites x 3 faults = {tally.Runs} runs, {tally.Fired} faults fired, {tally.Failures.Count} violations");
        Assert.Empty(tally.Failures);
        Assert.True(sites.Count >= 15 && tally.Fired == tally.Runs, $"Only {tally.Fired} of {tally.Runs} faults fired: the runs no longer follow the recorded way.");
    }

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var calls = (await RunAsync(plan: null)).Calls.Where(IsOfReview);

        Snapshot.Matches("CrashPoints/review-call-sites.txt", CallSites.TextOf(calls));
    }

    private static bool IsOfReview(string site) => !site.StartsWith("SubmitApplication", StringComparison.Ordinal);

    private async Task<CrashRun> RunAsync((string Site, CallFault Fault)? plan)
    {
        var family = await fixture.NextFamilyAsync();
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await using var app = await TestApp.StartAsync(fixture.Account, fixture.Departments, fixture.Time, sites, desk: null);
        var scenario = new ReviewScenario(app, family, fixture.Time, ListedAsync);
        var id = await scenario.RunAsync();
        return new CrashRun(sites.Calls, sites.HasFired, [.. scenario.Missing, .. await ViolationsAsync(id)]);
    }

    private async Task<IReadOnlyList<string>> ViolationsAsync(ApplicationId id)
    {
        var rows = await RowsAsync("Applications", $"PartitionKey eq '{id.Value}'");
        var events = rows.Where(row => row.RowKey.StartsWith("event-", StringComparison.Ordinal)).ToList();
        var violations = Once.Where(kind => events.Count(e => e.GetString("Kind") == kind) != 1).Select(kind => $"{events.Count(e => e.GetString("Kind") == kind)} x {kind}").ToList();
        if (events.Count != Once.Length || events[^1].RowKey != $"event-{events.Count:D6}")
            violations.Add("the history has a gap, or something more");
        return violations;
    }

    private async Task<IReadOnlyList<string>> ListedAsync(ApplicationId id) =>
        [.. (await RowsAsync(WorkList.Table, "")).Where(row => row.RowKey.EndsWith(id.Value, StringComparison.Ordinal)).Select(row => $"{row.PartitionKey}/{row.RowKey}")];

    private async Task<List<TableEntity>> RowsAsync(string table, string filter) =>
        await new TableClient(fixture.Account.ConnectionString, table).QueryAsync<TableEntity>(filter.Length == 0 ? null : filter).ToListAsync();
}
