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
        var (failures, fired) = (new List<string>(), 0);

        foreach (var site in sites)
        {
            foreach (var fault in Enum.GetValues<CallFault>())
            {
                var run = await RunAsync((site, fault));
                failures.AddRange(run.Violations.Select(violation => $"{site}, {fault}: {violation}"));
                fired += run.HasFired ? 1 : 0;
            }
        }

        output.WriteLine($"{sites.Count} call sites x 3 faults = {sites.Count * 3} runs, {fired} faults fired, {failures.Count} violations");
        Assert.Empty(failures);
        Assert.True(sites.Count >= 15 && fired == sites.Count * 3, $"Only {fired} of {sites.Count * 3} faults fired: the runs no longer follow the recorded way.");
    }

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var calls = (await RunAsync(plan: null)).Calls.Where(IsOfReview).Select(site => site[..site.LastIndexOf(" #", StringComparison.Ordinal)]);

        Snapshot.Matches("CrashPoints/review-call-sites.txt", string.Join('\n', calls.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + "\n");
    }

    private static bool IsOfReview(string site) => !site.StartsWith("SubmitApplication", StringComparison.Ordinal);

    private async Task<ReviewRun> RunAsync((string Site, CallFault Fault)? plan)
    {
        var family = await fixture.NextFamilyAsync();
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await using var app = await TestApp.StartAsync(fixture.Account, fixture.Departments, fixture.Time, sites, desk: null);
        var scenario = new ReviewScenario(app, family, fixture.Time, ListedAsync);
        var id = await scenario.RunAsync();
        return new ReviewRun(sites.Calls, sites.HasFired, [.. scenario.Missing, .. await ViolationsAsync(id)]);
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

    private sealed record ReviewRun(IReadOnlyList<string> Calls, bool HasFired, IReadOnlyList<string> Violations);
}
