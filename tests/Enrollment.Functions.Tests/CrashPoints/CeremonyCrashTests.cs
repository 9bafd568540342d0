using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Enrollment.DevCluster.Azurite;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Tests;
using Enrollment.Files.Digests;
using Enrollment.Functions.Placement;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2 for the ceremony: every call to storage, of every step, times every way it can fail; the record must hold, and everything have happened once.</summary>
public sealed class CeremonyCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Uri NoDepartments = new("http://127.0.0.1:9");
    private static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(90);
    private static readonly string[] Once = ["Created", "Sealed", "Committed", "DrawStarted", "Drawn", "Published", "LateJoinerPlaced"];

    private readonly ShiftedTime _time = new();
    private AzuriteAccount _account = null!;
    private int _schools;

    public async Task InitializeAsync() => _account = (await AzuriteProcess.SharedAsync()).NextAccount();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public Task Ceremony_WhereverACallFails_EndsWithOneRecordThatHolds() => FailEverywhereAsync(losesMessages: false);

    [Fact]
    public Task Ceremony_WhoseMessageIsLost_EndsLikewiseWhereverACallFails() => FailEverywhereAsync(losesMessages: true);

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var straight = await RunAsync(losesMessages: false, plan: null);
        var resumed = await RunAsync(losesMessages: true, plan: null);

        Snapshot.Matches("CrashPoints/ceremony-call-sites.txt", CallSites.TextOf(straight.Calls.Concat(resumed.Calls)));
    }

    private async Task FailEverywhereAsync(bool losesMessages)
    {
        var undisturbed = await RunAsync(losesMessages, plan: null);
        Assert.Empty(undisturbed.Violations);
        var sites = undisturbed.Calls.Where(CallSites.IsEarly).ToList();
        var tally = await CrashTally.OfAsync(CrashTally.Everywhere(sites), undisturbed.Took, point => RunAsync(losesMessages, point));
        output.WriteLine($"{sites.Count} call sites x 3 faults = {tally.Runs} runs, {tally.Fired} faults fired, {tally.Failures.Count} violations, "
            + $"longest delay of a draw {tally.Delay.TotalSeconds:F0} s of service time (in process, not Azure's)");
        Assert.Empty(tally.Failures);
        Assert.True(tally.Delay <= RecoveryBound, $"A fault delayed a draw by {tally.Delay}.");
        Assert.True(tally.Fired == tally.Runs, $"Only {tally.Fired} of {tally.Runs} faults fired: the runs no longer follow the recorded way.");
    }

    private async Task<CrashRun> RunAsync(bool losesMessages, (string Site, CallFault Fault)? plan)
    {
        var school = string.Create(CultureInfo.InvariantCulture, $"LC-X{++_schools:0000}");
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await using var app = await TestApp.StartAsync(_account, NoDepartments, _time, sites, desk: null);
        var scenario = new CeremonyScenario(app, school, _time, losesMessages);
        var (run, took) = await scenario.RunAsync();
        // The row of a draw that is over goes with one of the next two ticks.
        await scenario.TickAsync();
        await scenario.TickAsync();
        return new CrashRun(sites.Calls, sites.HasFired, await ViolationsAsync(app, school, run), took);
    }

    private async Task<List<string>> ViolationsAsync(TestApp app, string school, string run)
    {
        var violations = new List<string>();
        var record = await app.RecordAsync(school, run);
        var verdict = RecordVerification.Verify(PlacementRecord.Parse(Encoding.UTF8.GetBytes(record))!, Sm3.Of).ToString();
        Expect(violations, verdict == "holds", verdict);
        Expect(violations, PlacementRecord.Parse(Encoding.UTF8.GetBytes(record))!.Late.Count == 1, "not one late joiner");
        var rows = await RowsAsync(PlacementNames.Table, $"PartitionKey eq '{school}'");
        var events = rows.Where(row => row.RowKey.StartsWith($"event-{run}-", StringComparison.Ordinal)).ToArray();
        foreach (var kind in Once)
            Expect(violations, events.Count(e => e.GetString("Kind") == kind) == 1, $"{events.Count(e => e.GetString("Kind") == kind)} x {kind}");
        Expect(violations, events.Length == Once.Length && events[^1].RowKey.EndsWith($"{Once.Length:D6}", StringComparison.Ordinal), "the history has a gap");
        Expect(violations, rows.Count(row => row.RowKey.StartsWith("run", StringComparison.Ordinal)) == 1, "more than one placement");
        Expect(violations, rows.Single(row => row.RowKey == "live-2026").GetString("Run") == run, "another placement is the live one");
        Expect(violations, (await RowsAsync(OpenDraws.Table, "")).All(row => row.GetString("School") != school), "the draw is still open");
        return violations;
    }

    private async Task<List<TableEntity>> RowsAsync(string table, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(_account.ConnectionString, table).QueryAsync<TableEntity>(filter.Length == 0 ? null : filter))
            rows.Add(row);
        return rows;
    }

    private static void Expect(List<string> violations, bool holds, string violation)
    {
        if (!holds)
            violations.Add(violation);
    }
}
