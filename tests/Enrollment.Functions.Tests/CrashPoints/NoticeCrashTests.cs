using Azure.Data.Tables;
using Enrollment.DepartmentSimulator;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Hosts;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2 for a notice: every call of a withdrawal and of telling its parent, times every way it can fail; the phone rings once, and nothing is left to do.</summary>
public sealed class NoticeCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 12;

    // It is night somewhere when this runs.
    private static readonly Dictionary<string, string> NeverQuiet = new(StringComparer.Ordinal) { ["Notices__QuietFrom"] = "00:00:00", ["Notices__QuietUntil"] = "00:00:00" };

    private readonly ShiftedTime _time = new();
    private readonly Queue<DemoFamily> _families = new(DemoFamily.Read(Repository.PathOf("seeds")));
    private AzuriteAccount _account = null!;
    private WebApplication _simulator = null!;

    public async Task InitializeAsync()
    {
        _account = (await AzuriteProcess.SharedAsync()).NextAccount();
        _simulator = SimulatorApplication.Create(["--urls=http://127.0.0.1:0",
            .. HostSettings.Simulator(Repository.PathOf("seeds")).Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")], _time);
        await _simulator.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Withdrawal_WhereverACallFails_IsToldOnce()
    {
        var undisturbed = await RunAsync(plan: null);
        Assert.Empty(undisturbed.Violations);
        var sites = undisturbed.Calls.Where(CallSites.IsEarly).ToList();
        Snapshot.Matches("CrashPoints/notice-call-sites.txt", CallSites.TextOf(sites));

        // What a withdrawal does beside is CrashPointTests' and InterruptedCommitTests'.
        var points = CrashTally.Everywhere(sites.Where(site => site.StartsWith(nameof(DeliverNotices), StringComparison.Ordinal) || site.Contains("queue send", StringComparison.Ordinal)));
        var tally = await CrashTally.OfAsync(points, undisturbed.Took, point => RunAsync(point));

        output.WriteLine($"{tally.Runs} runs, {tally.Fired} faults fired, {tally.Failures.Count} violations");
        Assert.Empty(tally.Failures);
        Assert.True(tally.Runs >= 18 && tally.Fired >= tally.Runs * 9 / 10, $"Only {tally.Fired} of {tally.Runs} faults fired.");
    }

    private async Task<CrashRun> RunAsync((string Site, CallFault Fault)? plan)
    {
        var sites = new CallSites();
        await using var app = await TestApp.StartAsync(_account, new Uri(_simulator.Urls.Single()), _time, sites, desk: null,
            HostSettings.Notices(new Uri(_simulator.Urls.Single())).Concat(NeverQuiet).ToDictionary(StringComparer.Ordinal));
        var (id, token) = await SubmitAsync(app);
        var before = sites.Calls.Count;
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await WithdrawAsync(app, id, token);
        await TellAsync(app, id);
        return new CrashRun([.. sites.Calls.Skip(before)], sites.HasFired, await ViolationsAsync(app, id));
    }

    private async Task<(ApplicationId Id, string Token)> SubmitAsync(TestApp app)
    {
        // Some stories are of forms that are refused.
        for (; ; )
        {
            var family = _families.Dequeue();
            var token = Tokens.Of(family).Mint();
            if (await app.SubmitAsync(family.Form.GetRawText(), token) is { Status: 201 } submitted)
                return (ApplicationId.Parse(submitted.Body.GetProperty("id").GetString()!), token);
        }
    }

    private static async Task WithdrawAsync(TestApp app, ApplicationId id, string token)
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var stored = (await app.Applications.FindAsync(id, CancellationToken.None))!;
            if (stored.Application.Status is ApplicationStatus.Withdrawn)
                return;
            await SurviveAsync(() => app.AskAsync<WithdrawApplication>("", "application/json", token,
                (function, request) => function.RunAsync(request, id.Value, CancellationToken.None), ifMatch: stored.Version));
        }
    }

    private async Task TellAsync(TestApp app, ApplicationId id)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await app.DrainAsync([NoticeQueues.Notices]);
            if ((await app.Applications.FindAsync(id, CancellationToken.None))!.Due is null)
                break;
            _time.Advance(TimeSpan.FromSeconds(30));
            await SurviveAsync(app.SweepAsync);
        }
        // What was armed in vain goes with the next sweeps.
        for (var sweep = 0; sweep < 2; sweep++)
        {
            _time.Advance(TimeSpan.FromMinutes(5));
            await SurviveAsync(app.SweepAsync);
        }
    }

    private static async Task SurviveAsync(Func<Task> doing)
    {
        try
        {
            await doing();
        }
        catch (ProcessDiedException)
        {
            // The next attempt is another process.
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is ProcessDiedException))
        {
            // The same.
        }
    }

    private async Task<IReadOnlyList<string>> ViolationsAsync(TestApp app, ApplicationId id)
    {
        var violations = new List<string>();
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(_account.ConnectionString, ApplicationStore.Table).QueryAsync<TableEntity>($"PartitionKey eq '{id.Value}'"))
            rows.Add(row);
        using var control = new SimulatorControl(new Uri(_simulator.Urls.Single()));
        var rang = (await control.PhonesAsync()).GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("message").GetProperty("messageId").GetString()!)
            .Count(message => message.StartsWith(id.Value, StringComparison.Ordinal));
        Expect(rang == 1, $"the phone rang {rang} times");
        Expect(rows.Count(row => row.GetString("Kind") == "Withdrawn" && row.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal)) == 1, "not in the inbox once");
        var states = string.Join(',', rows.Where(row => row.RowKey.StartsWith(DeliveryRow.Prefix, StringComparison.Ordinal)).Select(row => row.GetString("State")));
        Expect(states == "Handed", $"deliveries: {states}");
        var application = (await app.Applications.FindAsync(id, CancellationToken.None))!;
        Expect(application.Application.NoticesDueAt is null && application.Due is null, "still due");
        Expect(await new Aftermath(_account.ConnectionString).DueRowsOfAsync(id) == 0, "due rows left");
        return violations;

        void Expect(bool holds, string violation)
        {
            if (!holds)
                violations.Add(violation);
        }
    }
}
