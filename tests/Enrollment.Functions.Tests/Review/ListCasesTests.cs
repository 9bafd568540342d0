using System.Text.Json;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

public sealed class ListCasesTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;
    private readonly ReviewDesk _desk = new(fixture.Service);

    [Fact]
    public async Task List_Cases_AreMaskedWithWhatIsOpenAndUntilWhen()
    {
        var (parent, id) = await _desk.CaseAsync();

        var answer = await _desk.ListAsync("?limit=100");
        var line = answer.Json.GetProperty("cases").EnumerateArray().Single(l => l.GetProperty("id").GetString() == id);

        Canaries.AssertNobodyIn(answer.Text, [parent.Family]);
        Assert.Equal($"{parent.Family.Form.GetProperty("child").GetProperty("name").GetString()![0]}**", line.GetProperty("child").GetString());
        Assert.Equal(("Review", "UnderReview", "C1", "C3", "Free"), (line.GetProperty("kind").GetString(), line.GetProperty("status").GetString(),
            line.GetProperty("category").GetProperty("code").GetString(), line.GetProperty("proposed").GetProperty("code").GetString(), line.GetProperty("claimed").GetString()));
        Assert.NotEmpty(line.GetProperty("openRules").EnumerateArray());
        Assert.False(line.GetProperty("overdue").GetBoolean());
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task List_PagesOfTwo_HoldEveryCaseOnceInTheOrderOfWaiting()
    {
        for (var i = 0; i < 5; i++)
            await _desk.CaseAsync();
        var all = Lines(await _desk.ListAsync("?limit=100")).Select(IdOf).ToList();

        var (paged, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await _desk.ListAsync(cursor is null ? "?limit=2" : $"?limit=2&cursor={cursor}")).Json;
            paged.AddRange(page.GetProperty("cases").EnumerateArray().Select(IdOf));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);

        Assert.Equal(all, paged);
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.True(all.Count >= 5);
    }

    [Fact]
    public async Task List_Filters_ShowWhatFitsAndNothingElse()
    {
        var (_, mine) = await _desk.CaseAsync();
        var (_, free) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ClaimAsync(mine, ReviewDesk.Ann));

        Assert.Equal((true, false), await ShowsAsync("claimed=Mine", mine, free));
        Assert.Equal((false, true), await ShowsAsync("claimed=Free", mine, free));
        Assert.Equal((false, false), await ShowsAsync("claimed=Others", mine, free));
        Assert.Equal((true, true), await ShowsAsync("kind=Review&category=ConsistentResident&status=UnderReview&authority=District", mine, free));
        Assert.Equal((false, false), await ShowsAsync("kind=Objection", mine, free));
        Assert.Equal((false, false), await ShowsAsync("category=MigrantChild", mine, free));
        Assert.Equal((false, false), await ShowsAsync("before=2026-07-01", mine, free));
        Assert.Equal((true, true), await ShowsAsync("before=2027-01-01", mine, free));
    }

    [Theory]
    [InlineData("?kind=Nothing", 422, "unknown-value")]
    [InlineData("?category=C1", 422, "unknown-value")]
    [InlineData("?before=yesterday", 400, "wrong-type")]
    [InlineData("?cursor=../../etc", 422, "unknown-value")]
    [InlineData("?cursor=9999999999999999999-0123456789abcdefghjkmnpqrs", 422, "unknown-value")]
    [InlineData("?limit=0", 422, "unknown-value")]
    [InlineData("?limit=101", 422, "unknown-value")]
    [InlineData("?kind=Review&kind=Objection", 400, "duplicate-field")]
    [InlineData("?knd=Review", 400, "unknown-field")]
    [InlineData("?authority=Municipal", 404, "not-found")]
    public async Task List_QueryThatMeansNothing_IsAClearProblem(string query, int status, string code) =>
        (await _desk.ListAsync(query)).AssertProblem(status, code);

    [Fact]
    public async Task List_TokensOfOthers_SeeNothingOfTheDistrict()
    {
        var (parent, id) = await _desk.CaseAsync();

        (await _desk.ListAsync(token: parent.Token)).AssertProblem(401, "unauthenticated");
        (await _desk.ListAsync(token: ReviewDesk.Token("x", "province"))).AssertProblem(401, "unauthenticated");
        Assert.DoesNotContain(id, (await _desk.ListAsync(token: ReviewDesk.City)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await _desk.ListAsync(token: ReviewDesk.Principal)).Text, StringComparison.Ordinal);
        (await _desk.OpenAsync(id, ReviewDesk.Principal)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task School_WhoseAreaItIs_LooksFirst()
    {
        var (_, id) = await _desk.CaseAsync();
        await InAreaOfAsync(id, "LC-P01");

        Assert.Contains(id, (await _desk.ListAsync("?limit=100", ReviewDesk.Principal)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await _desk.ListAsync("?limit=100", ReviewDesk.Token("other", school: "LC-P02"))).Text, StringComparison.Ordinal);
        (await _desk.ActAsync(id, new { kind = "Establish", category = "ConsistentResident", reason = "PapersProve" }, ReviewDesk.Principal)).AssertProblem(409, "bureau-decides");
        ReviewDesk.Ok(await _desk.ActAsync(id, ReviewDesk.ProposeRefusal(), ReviewDesk.Principal));
        ReviewDesk.Ok(await _desk.ActAsync(id, new { kind = "ConfirmRefusal" }, ReviewDesk.Ben));
    }

    [Fact]
    public async Task StaleRow_IsPassedByAndTakenAwayOnceNoCommitCanBeOnItsWay()
    {
        var (_, id) = await _desk.CaseAsync();
        var row = (await _service.Stored.RowsAsync(WorkList.Table)).Single(r => r.RowKey.EndsWith(id, StringComparison.Ordinal));
        var stale = new TableEntity("District", $"0639187200000000000-{id}") { ["EnteredAt"] = fixture.Clock.GetUtcNow() };
        await _service.Stored.Table(WorkList.Table).AddEntityAsync(stale);

        var early = Lines(await _desk.ListAsync("?limit=100")).Count(line => IdOf(line) == id);
        Assert.Equal(2, await RowsOfAsync(id));
        fixture.Clock.Advance(TimeSpan.FromMinutes(11));
        var later = Lines(await _desk.ListAsync("?limit=100")).Count(line => IdOf(line) == id);

        Assert.Equal((1, 1, 1), (early, later, await RowsOfAsync(id)));
        Assert.Equal(row.RowKey, (await _service.Stored.RowsAsync(WorkList.Table)).Single(r => r.RowKey.EndsWith(id, StringComparison.Ordinal)).RowKey);
    }

    [Fact]
    public async Task LostRow_IsEnteredAgainByTheNightlyWalk()
    {
        var (_, id) = await _desk.CaseAsync();
        var row = (await _service.Stored.RowsAsync(WorkList.Table)).Single(r => r.RowKey.EndsWith(id, StringComparison.Ordinal));
        await _service.Stored.Table(WorkList.Table).DeleteEntityAsync(row.PartitionKey, row.RowKey);

        await _service.Hand.ReconcileAsync();

        Assert.Equal(row.RowKey, (await _service.Stored.RowsAsync(WorkList.Table)).Single(r => r.RowKey.EndsWith(id, StringComparison.Ordinal)).RowKey);
    }

    private static string IdOf(JsonElement line) => line.GetProperty("id").GetString()!;

    private static JsonElement.ArrayEnumerator Lines(HttpAnswer answer) => answer.Json.GetProperty("cases").EnumerateArray();

    private async Task<(bool First, bool Second)> ShowsAsync(string filter, string first, string second)
    {
        var ids = Lines(await _desk.ListAsync($"?limit=100&{filter}")).Select(IdOf).ToList();
        return (ids.Contains(first), ids.Contains(second));
    }

    private async Task<int> RowsOfAsync(string id) => (await _service.Stored.RowsAsync(WorkList.Table)).Count(r => r.RowKey.EndsWith(id, StringComparison.Ordinal));

    // The part that finds the service area will write it; until then nothing does.
    private async Task InAreaOfAsync(string id, string school)
    {
        var store = _service.Get<ApplicationStore>();
        var stored = await store.FindAsync(ApplicationId.Parse(id), CancellationToken.None);
        Assert.NotNull(await store.CommitAsync(stored!, new Change(stored!.Application with { School = school }, []), stored.Due, CancellationToken.None));
    }
}
