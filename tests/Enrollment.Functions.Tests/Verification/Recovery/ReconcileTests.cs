using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Verification.Recovery;

public sealed class ReconcileTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Reconcile_LostDueRows_AreArmedAgainAndEverythingSettles()
    {
        var submitted = await ApplyAsync(silent: false);
        var waiting = await ApplyAsync(silent: true);
        await _service.Hand.DrainAsync();
        var lost = await ApplyAsync(silent: false);
        await _service.Stored.TakeAwayAsync(VerificationQueues.Plan);
        await ForgetDueRowsAsync(waiting.Id, lost.Id);

        var report = await ReconcileAsync();

        Assert.Equal(2, report.GetInt32("Repaired"));
        Assert.Empty(await _service.Stored.DueAsync(submitted.Id));
        Assert.Single(await _service.Stored.DueAsync(waiting.Id));
        Assert.Single(await _service.Stored.DueAsync(lost.Id));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();
        Assert.Equal("Verified", await StatusAsync(lost));

        // Not its turn yet: it was armed to be looked at, and the promised callback still has its 48 hours.
        Assert.Equal("Verifying", await StatusAsync(waiting));
        await _service.Voice.CallBackAsync("property", _service.Voice.Truth("property", waiting.Parent.Family, waiting.Id), "msg_waiting");
        await _service.Hand.DrainAsync();
        Assert.Equal("Verified", await StatusAsync(waiting));
    }

    [Fact]
    public async Task Reconcile_NothingLost_RepairsNothing()
    {
        var waiting = await ApplyAsync(silent: true);
        await _service.Hand.DrainAsync();
        var before = await _service.Stored.DueAsync(waiting.Id);

        var reports = (await ReconcileAsync(), await ReconcileAsync());

        Assert.Equal((0, 0), (reports.Item1.GetInt32("Repaired")!.Value, reports.Item2.GetInt32("Repaired")!.Value));
        Assert.Equal(before, await _service.Stored.DueAsync(waiting.Id));
    }

    [Fact]
    public async Task Reconcile_MoreThanTwoPages_CountsEveryApplicationOnce()
    {
        var table = _service.Stored.Table(ApplicationStore.Table);
        var before = await CountAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1001), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, token) =>
            await table.AddEntityAsync(Ended(number), token));

        var report = await ReconcileAsync();

        Assert.Equal(1001, report.GetInt32("Withdrawn"));
        Assert.Equal(before + 1001, report.Keys.Where(IsStatus).Sum(status => report.GetInt32(status)));
    }

    [Fact]
    public async Task Pages_OfTwo_HoldEveryApplicationOnce()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await ApplyAsync(silent: false);

        var pages = await _service.Get<ApplicationStore>().PagesAsync(2, CancellationToken.None).ToListAsync();

        Assert.All(pages, page => Assert.InRange(page.Values.Count, 0, 2));
        var ids = pages.SelectMany(page => page.Values).Select(row => row.PartitionKey).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(await CountAsync(), ids.Count);
        await _service.Hand.DrainAsync();
    }

    private static bool IsStatus(string column) => Enum.TryParse<Enrollment.Domain.Applications.ApplicationStatus>(column, out _);

    private static TableEntity Ended(int number) =>
        new(ApplicationId.FromBytes(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(number)).ToByteArray()).Value, ApplicationRow.Key)
        {
            [ApplicationRow.Status] = "Withdrawn",
            [ApplicationRow.DueKey] = "",
        };

    private async Task<int> CountAsync() =>
        (await _service.Stored.RowsAsync(ApplicationStore.Table)).Count(row => row.RowKey == ApplicationRow.Key);

    private async Task<(Parent Parent, string Id)> ApplyAsync(bool silent)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        if (silent)
            await _service.Departments.BehaveAsync(Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        return (parent, await parent.ApplyAsync());
    }

    private static async Task<string> StatusAsync((Parent Parent, string Id) @case) =>
        (await @case.Parent.GetAsync(@case.Id)).Json.GetProperty("status").GetString()!;

    private async Task ForgetDueRowsAsync(params string[] ids)
    {
        foreach (var due in (await Task.WhenAll(ids.Select(_service.Stored.DueAsync))).SelectMany(due => due))
            await _service.Stored.Table(DueRows.Table).DeleteEntityAsync(due.PartitionKey, due.RowKey);
    }

    // The newest report stands first; each night has its own.
    private async Task<TableEntity> ReconcileAsync()
    {
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await _service.Hand.ReconcileAsync();
        return (await _service.Stored.RowsAsync(ReconciliationReports.Table))[0];
    }
}
