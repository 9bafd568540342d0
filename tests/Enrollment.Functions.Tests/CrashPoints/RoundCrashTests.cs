using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Enrollment.DevCluster.Azurite;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests;
using Enrollment.Files.Digests;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Admission;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>
/// Promise P2 for rounds: calls to storage of every step, times every way they can fail. Two families want a place by one home, twins wish to stay
/// together; each run must end with the record of the run that nothing disturbed, bit for bit, and one offer for each child. CI takes a sample;
/// <c>./dev crashes</c> takes all.
/// </summary>
public sealed class RoundCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Sample = 24;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Uri NoDepartments = new("http://127.0.0.1:9");
    private static readonly string[] Once = ["Created", "Prepared", "Sealed", "Committed", "DrawStarted", "Drawn", "Published", "OffersMade"];

    private readonly ShiftedTime _time = new();
    private AzuriteAccount _account = null!;
    private ApplicationId[] _children = [];

    public async Task InitializeAsync()
    {
        _account = (await AzuriteProcess.SharedAsync()).NextAccount();
        await using var service = await Service.StartAsync(new ServiceOptions { Account = _account });
        var applicants = new Applicants(service);
        var children = await applicants.VerifiedAsync(FamilyPool.Plain, FamilyPool.Plain, "twins", "twins");
        foreach (var child in children)
            Assert.Equal(204, (await new Bureau(service.Http, service.Hand).PutAsync($"api/admission/applications/{child.Id}/area", new { zone = "Z0003" })).Status);
        foreach (var twin in children[2..])
            Assert.Equal(200, (await applicants.PutAsync(twin, "sibling-wish", new { wish = "Together" })).Status);
        _children = [.. children.Select(child => ApplicationId.Parse(child.Id))];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Round_WhereverACallFails_EndsWithTheSameRecordAndOneOfferEach()
    {
        var (undisturbed, ended) = await RunAsync(plan: null, record: null);
        Assert.Empty(undisturbed.Violations);
        var points = CrashTally.Everywhere(undisturbed.Calls.Where(CallSites.IsEarly)).ToList();
        var wanted = Environment.GetEnvironmentVariable("ROUND_CRASHES") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : Sample;
        var step = Math.Max(1, (points.Count + wanted - 1) / wanted);
        var tally = await CrashTally.OfAsync(points.Where((_, place) => place % step == 0), undisturbed.Took, async point => (await RunAsync(point, ended)).Run);
        output.WriteLine($"{points.Count} crash points, {tally.Runs} tried, {tally.Fired} faults fired, {tally.Failures.Count} violations (in process, not Azure's)");
        Assert.Empty(tally.Failures);
        Assert.True(tally.Fired >= tally.Runs * 9 / 10, $"Only {tally.Fired} of {tally.Runs} faults fired: the runs no longer follow the recorded way.");
    }

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var (run, _) = await RunAsync(plan: null, record: null);

        Snapshot.Matches("CrashPoints/round-call-sites.txt", CallSites.TextOf(run.Calls));
    }

    private async Task<(CrashRun Run, string Record)> RunAsync((string Site, CallFault Fault)? plan, string? record)
    {
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await using var app = await TestApp.StartAsync(_account, NoDepartments, _time, sites, desk: null);
        var homes = new[] { SomeHomes.Next(), SomeHomes.Next() };
        await ResetAsync(app, homes);
        var offered = await OffersAsync(app);
        var scenario = new RoundScenario(app, _time);
        string ended;
        try
        {
            ended = await scenario.RunAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or Xunit.Sdk.XunitException)
        {
            return (new CrashRun(sites.Calls, sites.HasFired, [e.Message]), "");
        }
        _time.Advance(TimeSpan.FromMinutes(20));
        // A tick that dies is followed by another.
        await scenario.TickAsync();
        await scenario.TickAsync();
        var violations = new List<string>();
        Expect(violations, record is null || ended == record, "another record");
        Expect(violations, AdmissionVerification.Verify(AdmissionRecord.Parse(Encoding.UTF8.GetBytes(ended))!, Sm3.Of).Holds, "the record does not hold");
        await CheckChildrenAsync(app, homes, offered, violations);
        await CheckRoundAsync(violations);
        return (new CrashRun(sites.Calls, sites.HasFired, violations), ended);
    }

    private async Task CheckChildrenAsync(TestApp app, UnitNumber[] homes, int[] offered, List<string> violations)
    {
        var stored = await StoredAsync(app);
        Expect(violations, stored.All(child => child.Status is ApplicationStatus.Offered), string.Join(' ', stored.Select(child => child.Status)));
        Expect(violations, (await OffersAsync(app)).Zip(offered).All(pair => pair.First == pair.Second + 1), "not one offer for each child");
        var atHome = stored[..2].Where(child => child.Offer?.School == "LC003").Select(child => child.Id.Value).ToList();
        Expect(violations, atHome.Count == 1, $"{atHome.Count} of two families have the place by their one home");
        Expect(violations, stored[2].Offer?.School == stored[3].Offer?.School, "the twins are parted");
        var places = await Task.WhenAll(homes.Select(home => app.Get<PlaceLocks>().HistoryAsync(home, None)));
        Expect(violations, places[0].Where(place => place.Release is null).Select(place => place.Owner).SequenceEqual(atHome), "the home is another's");
        Expect(violations, places[1].Count(place => place.Release is null) == 2, "the twins' home is not theirs");
    }

    private async Task CheckRoundAsync(List<string> violations)
    {
        var events = await RowsAsync(AdmissionNames.Table, row => row.RowKey.StartsWith("event-", StringComparison.Ordinal));
        foreach (var kind in Once)
            Expect(violations, events.Count(e => e.GetString("Kind") == kind) == 1, $"{events.Count(e => e.GetString("Kind") == kind)} x {kind}");
        Expect(violations, events.Count == Once.Length, "the history has something else");
        Expect(violations, (await RowsAsync(AdmissionNames.Table, row => row.RowKey == "live")).Count == 0, "the round is still under way");
        Expect(violations, (await RowsAsync(OpenRounds.Table, _ => true)).Count == 0, "the round is still open");
    }

    // The rounds of the run before go; the families are verified again, and the two live in one home that nobody ever claimed.
    private async Task ResetAsync(TestApp app, UnitNumber[] homes)
    {
        foreach (var table in new[] { AdmissionNames.Table, OpenRounds.Table })
        {
            foreach (var row in await RowsAsync(table, _ => true))
                await new TableClient(_account.ConnectionString, table).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
        foreach (var (child, place) in _children.Select((child, place) => (child, place)))
        {
            var stored = (await app.Applications.FindAsync(child, None))!;
            var verified = RegisterSays.Home(stored.Application, homes[place / 2].Value) with { Status = ApplicationStatus.Verified, Offer = null };
            Assert.IsType<CommitOutcome.Committed>(await app.Commits.TryAsync(stored, new Change(verified, []), None));
        }
    }

    private async Task<Application[]> StoredAsync(TestApp app) =>
        await Task.WhenAll(_children.Select(async child => (await app.Applications.FindAsync(child, None))!.Application));

    private async Task<int[]> OffersAsync(TestApp app) => await Task.WhenAll(_children.Select(async child =>
        (await app.Applications.HistoryAsync(child, None)).Count(happened => happened.Kind is ApplicationEventKind.PlaceOffered)));

    private async Task<List<TableEntity>> RowsAsync(string table, Func<TableEntity, bool> isOne)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(_account.ConnectionString, table).QueryAsync<TableEntity>())
        {
            if (isOne(row))
                rows.Add(row);
        }
        return rows;
    }

    private static void Expect(List<string> violations, bool holds, string violation)
    {
        if (!holds)
            violations.Add(violation);
    }
}
