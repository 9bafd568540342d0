using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.Departments.Outages;

/// <summary>P15 of RELIABILITY.md: one bad department harms no other. On the drill's clock; seeds 1; the figures are printed.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const string Breaker = "the circuit is open within 10 s", Probes = "one probe a break", Done = "all done within 60 s after it";

    private static readonly TimeSpan Before = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Blackout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);
    private static readonly (string, string)[] TenMinutes = [("Chaos:BlackoutAfter", "00:03:00"), ("Chaos:BlackoutFor", "00:10:00")];

    private static VerificationSchedule Schedule => new VerificationOptions().Schedule;

    [Fact]
    public async Task Blackout_TenMinutesOfOneDepartment_KeepsEveryPromise()
    {
        var report = await RunAsync(Schedule, TenMinutes);

        Assert.Empty(await BrokenByBlackoutAsync(report));
        Assert.All(report.Ended, application => Assert.Equal(ApplicationStatus.Verified, application.Status));
    }

    [Fact]
    public async Task Faults_ThirtyPercentAndFiveSeconds_KeepEveryPromise()
    {
        var report = await RunAsync(Schedule, ("Chaos:FaultRate", "0.3"), ("Chaos:LatencyRate", "0.1"), ("Chaos:Latency", "00:00:05"));

        // 30 % of the attempts break and a tenth is held back beyond the attempt's time: so many must be repeated, whoever repeats them.
        var (needed, others) = (OutageDrill.Applications / (0.7 * 0.9), await ShareOfOthersAsync(report));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"faults: {report.Attempts.Count} attempts, {needed:0} needed ({report.Attempts.Count / needed:0.00}), others {others:0.000} of baseline"));
        Assert.True(report.Attempts.Count <= 1.2 * needed, $"{report.Attempts.Count} attempts, {needed:0} needed");
        Assert.InRange(others, 0.95, 1);
        Assert.Equal(0, report.Losses);
        Assert.All(report.Ended, application => Assert.Equal(ApplicationStatus.Verified, application.Status));
    }

    [Fact]
    public async Task Baseline_NoMisfortune_AsksOnce()
    {
        var report = await RunAsync(Schedule);

        Assert.Equal((OutageDrill.Applications, OutageDrill.Applications * 3), (report.Attempts.Count, report.OthersSoon));
        Assert.Null(report.Opened);
    }

    // The sabotage: without its guard, each promise must be seen broken.
    [Fact]
    public async Task Sabotage_CircuitThatNeverOpens_IsSeen() =>
        Assert.Equal([Breaker, Probes], (await BrokenByBlackoutAsync(await RunAsync(Schedule, [.. TenMinutes, ("MinimumThroughput", "1000")]))).Take(2));

    [Fact]
    public async Task Sabotage_PausesOfMinutes_AreSeen() =>
        Assert.Equal([Done], await BrokenByBlackoutAsync(await RunAsync(Schedule with { RetryAfter = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)] }, TenMinutes)));

    [Fact]
    public async Task Sabotage_GivingUpDuringTheOutage_IsSeen()
    {
        var report = await RunAsync(Schedule with { GiveUpAfter = TimeSpan.FromMinutes(2) }, TenMinutes);

        Assert.True(report.Losses > 0);
        Assert.Contains("nobody is failed or passed by it", await BrokenByBlackoutAsync(report));
    }

    private static async Task<DrillReport> RunAsync(VerificationSchedule schedule, params (string, string)[] settings)
    {
        using var drill = new OutageDrill(schedule, settings);
        return await Task.Run(drill.RunAsync);
    }

    private static async Task<double> ShareOfOthersAsync(DrillReport report) => (double)report.OthersSoon / (await RunAsync(Schedule)).OthersSoon;

    private async Task<IReadOnlyList<string>> BrokenByBlackoutAsync(DrillReport report)
    {
        var (from, until) = (OutageDrill.Start + Before, OutageDrill.Start + Before + Blackout);
        var others = await ShareOfOthersAsync(report);
        var outside = report.AttemptsBetween(OutageDrill.Start, from) + report.AttemptsBetween(until, DateTimeOffset.MaxValue);
        var opened = report.Opened ?? DateTimeOffset.MaxValue;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"blackout: open after {(report.Opened - from)?.TotalSeconds:0.0} s, {report.AttemptsBetween(opened, until)} probes in {(until - opened).TotalSeconds / Break.TotalSeconds:0} breaks, done {(report.DoneOfThoseBefore(until) - until)?.TotalSeconds:0.0} s after it, {outside} attempts outside for {OutageDrill.Applications}, others {others:0.000} of baseline, {report.Losses} given up"));
        (string Promise, bool Holds)[] promises =
        [
            (Breaker, opened - from <= TimeSpan.FromSeconds(10)),
            (Probes, opened < until && report.ShortestGap(opened, until) >= Break - TimeSpan.FromMilliseconds(100)),
            (Done, report.Done is not null && report.DoneOfThoseBefore(until) - until <= TimeSpan.FromSeconds(60)),
            ("nobody is failed or passed by it", report.Losses == 0 && report.Ended.All(application => application.Status is ApplicationStatus.Verified && application.CheckOf(OutageDrill.Bad)!.State.Status is CheckStatus.Match)),
            ("others at 95 % of baseline", others >= 0.95),
            ("calls outside at most 1.2 of those needed", outside <= 1.2 * OutageDrill.Applications),
        ];
        return [.. promises.Where(promise => !promise.Holds).Select(promise => promise.Promise)];
    }
}
