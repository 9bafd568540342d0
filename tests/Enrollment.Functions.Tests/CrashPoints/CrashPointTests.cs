using Enrollment.Domain.Tests;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2: every call to storage and departments, of every step, times every way it can fail.</summary>
public sealed class CrashPointTests(CrashPointFixture fixture, ITestOutputHelper output) : IClassFixture<CrashPointFixture>
{
    private readonly CrashPointRuns _runs = new(fixture, output);

    [Fact]
    public Task Calls_OnTheStraightWay_AreSafeWhereverTheyFail() => _runs.FailEverywhereAsync(losesMessages: false);

    [Fact]
    public async Task Calls_AreTheOnesReviewed()
    {
        var straight = await _runs.RunAsync(losesMessages: false, plan: null);
        var swept = await _runs.RunAsync(losesMessages: true, plan: null);

        Snapshot.Matches("CrashPoints/call-sites.txt", CallSites.TextOf(straight.Calls.Concat(swept.Calls)));
    }
}

/// <summary>The same when messages are lost and the sweep must help: a class of its own, because classes run side by side.</summary>
public sealed class SweptCrashPointTests(CrashPointFixture fixture, ITestOutputHelper output) : IClassFixture<CrashPointFixture>
{
    [Fact]
    public Task Calls_WhenTheSweepMustHelp_AreSafeWhereverTheyFail() => new CrashPointRuns(fixture, output).FailEverywhereAsync(losesMessages: true);
}
