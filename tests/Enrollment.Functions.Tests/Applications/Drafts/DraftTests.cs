using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.DryRuns;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Applications.Drafts;

public sealed class DraftTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Save_Incomplete_IsKeptAndSaysWhatASubmissionWouldLack()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var saved = await SaveAsync(parent, """{"intakeYear":2026,"category":"ConsistentResident","child":{"name":"林小满"}}""");

        Assert.Equal(201, saved.Status);
        Assert.False(saved.Json.GetProperty("complete").GetBoolean());
        Assert.Equal($"/api/drafts/{IdOf(saved)}", saved.Headers["Location"]);
        var refused = await parent.PostAsync("""{"intakeYear":2026,"category":"ConsistentResident","child":{"name":"林小满"}}""");
        Assert.Equal(refused.Faults, saved.Json.GetProperty("missing").EnumerateArray().Select(fault => $"{fault.GetProperty("code").GetString()} at {fault.GetProperty("path").GetString()}"));
        var read = await GetAsync(parent, IdOf(saved));
        Assert.Equal("林小满", read.Json.GetProperty("form").GetProperty("child").GetProperty("name").GetString());
        Assert.Equal(saved.ETag, read.ETag);
    }

    [Fact]
    public async Task Save_Complete_LacksNothing_AndItsContentIsAnApplication()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var saved = await SaveAsync(parent, parent.Form.ToJsonString());
        Assert.True(saved.Json.GetProperty("complete").GetBoolean(), saved.Text);

        var applied = await parent.PostAsync((await GetAsync(parent, IdOf(saved))).Json.GetProperty("form").GetRawText());

        Assert.True(applied.Status == 201, applied.Text);
    }

    [Fact]
    public async Task Replace_VersionSeen_Saves_AndAnOlderOneDoesNot()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var saved = await SaveAsync(parent, parent.Without("guardian.phone"));
        var path = $"drafts/{IdOf(saved)}";

        var unconditional = await _service.CallAsync(parent, "PUT", path, parent.Form.ToJsonString());
        var replaced = await _service.CallAsync(parent, "PUT", path, parent.Form.ToJsonString(), saved.ETag);
        var stale = await _service.CallAsync(parent, "PUT", path, "{}", saved.ETag);

        unconditional.AssertProblem(428, "precondition-required");
        Assert.Equal((200, true), (replaced.Status, replaced.Json.GetProperty("complete").GetBoolean()));
        stale.AssertProblem(412, "precondition-failed");
        Assert.True((await GetAsync(parent, IdOf(saved))).Json.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Replace_ManyAtOnce_OneWins()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var saved = await SaveAsync(parent, "{}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _service.CallAsync(parent, "PUT", $"drafts/{IdOf(saved)}", parent.Form.ToJsonString(), saved.ETag)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(7, answers.Count(answer => answer.Status == 412));
    }

    [Fact]
    public async Task Delete_VersionSeen_LeavesAReceiptAndNothingElse()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var saved = await SaveAsync(parent, parent.Form.ToJsonString());
        var path = $"drafts/{IdOf(saved)}";

        var unconditional = await _service.CallAsync(parent, "DELETE", path);
        var stale = await _service.CallAsync(parent, "DELETE", path, ifMatch: "\"0x1\"");
        var kept = await _service.Stored.RowsAsync(DeletionReceipts.Table);
        var deleted = await _service.CallAsync(parent, "DELETE", path, ifMatch: saved.ETag);

        unconditional.AssertProblem(428, "precondition-required");
        stale.AssertProblem(412, "precondition-failed");
        Assert.DoesNotContain(kept, row => row.RowKey == IdOf(saved));
        Assert.Equal(204, deleted.Status);
        (await GetAsync(parent, IdOf(saved))).AssertProblem(404, "not-found");
        (await _service.CallAsync(parent, "DELETE", path, ifMatch: saved.ETag)).AssertProblem(404, "not-found");
        var receipt = Assert.Single(await _service.Stored.RowsAsync(DeletionReceipts.Table), row => row.RowKey == IdOf(saved));
        Assert.Equal(["At", "PartitionKey", "RowKey"], receipt.Keys.Where(key => key is not ("odata.etag" or "Timestamp")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Draft_OfSomebodyElse_LooksLikeNone()
    {
        var (owner, stranger) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));
        var saved = await SaveAsync(owner, owner.Form.ToJsonString());

        foreach (var (method, body) in new[] { ("GET", null), ("PUT", "{}"), ("DELETE", (string?)null) })
        {
            var others = await _service.CallAsync(stranger, method, $"drafts/{IdOf(saved)}", body, saved.ETag);
            var nobodys = await _service.CallAsync(stranger, method, "drafts/0123456789abcdefghjkmnpqrs", body, saved.ETag);
            others.AssertProblem(404, "not-found");
            nobodys.AssertProblem(404, "not-found");
            Assert.Equal(Timeless(nobodys), Timeless(others));
        }
        Assert.Empty((await _service.CallAsync(stranger, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
        Assert.Single((await _service.CallAsync(owner, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
    }

    [Fact]
    public async Task Save_ManyAtOnce_NeverExceedsTheNumber()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SaveAsync(parent, "{}")));

        Assert.Equal(10, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.AssertProblem(409, "too-many-drafts"));
        var drafts = (await _service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray().ToList();
        Assert.Equal(10, drafts.Select(draft => draft.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(204, (await _service.CallAsync(parent, "DELETE", $"drafts/{drafts[0].GetProperty("id").GetString()}", ifMatch: "*")).Status);
        Assert.Equal(201, (await SaveAsync(parent, "{}")).Status);
    }

    [Theory]
    [InlineData("", 400, "malformed-json")]
    [InlineData("{", 400, "malformed-json")]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("""{"child":"林"}""", 400, "wrong-type")]
    [InlineData("""{"child":{"name":1}}""", 400, "wrong-type")]
    [InlineData("""{"child":{"birthDate":"tomorrow"}}""", 400, "wrong-type")]
    [InlineData("""{"child":{"name":"a","name":"b"}}""", 400, "duplicate-field")]
    [InlineData("""{"child":{"nickname":"小满"}}""", 400, "unknown-field")]
    [InlineData("""{"child":{"name":"<script>"}}""", 422, "forbidden-characters")]
    [InlineData("""{"residence":{"address":"=1+1"}}""", 422, "forbidden-characters")]
    [InlineData("""{"category":"Prince"}""", 422, "unknown-value")]
    [InlineData("""{"child":{"name":"\ud800"}}""", 400, "malformed-json")]
    public async Task Save_Malformed_IsRefusedAndNotKept(string body, int status, string code)
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var answer = await SaveAsync(parent, body);

        answer.AssertProblem(status, code);
        Assert.Empty((await _service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
    }

    [Fact]
    public async Task Save_TooLong_IsRefused()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        (await SaveAsync(parent, $$$"""{"residence":{"address":"{{{new string('长', 201)}}}"}}""")).AssertProblem(422, "too-long");
        (await SaveAsync(parent, $$$"""{"child":{"documentNumber":"{{{new string('1', 17_000)}}}"}}""")).AssertProblem(413, "body-too-large");
        // Few bytes as sent, and as much as a table cell holds: what is kept is what was typed.
        Assert.Equal(201, (await SaveAsync(parent, $$$"""{"child":{"documentNumber":"{{{new string('长', 5_000)}}}"}}""")).Status);
    }

    [Fact]
    public async Task Season_Over_DeletesEveryDraftOfItAndNoneBefore()
    {
        var clock = new FakeTimeProvider(fixture.Clock.GetUtcNow());
        await using var service = await Service.StartAsync(new ServiceOptions { Clock = clock, Settings = ServiceFixture.HandHeld });
        var parent = service.Parent(FamilyPool.Plain);
        var saved = await service.CallAsync(parent, "POST", "drafts", parent.Form.ToJsonString());
        var undated = await service.CallAsync(parent, "POST", "drafts", "{}");
        await service.Hand.RunTimerAsync(nameof(DeleteExpired));
        Assert.Equal(2, (await service.Stored.RowsAsync(DraftStore.Table)).Count);

        clock.Advance(TimeSpan.FromDays(365));
        await service.Hand.RunTimerAsync(nameof(DeleteExpired));
        await service.Hand.RunTimerAsync(nameof(DeleteExpired));

        Assert.Empty(await service.Stored.RowsAsync(DraftStore.Table));
        Assert.Equal(new[] { IdOf(saved), IdOf(undated) }.Order(StringComparer.Ordinal), (await service.Stored.RowsAsync(DeletionReceipts.Table)).Select(row => row.RowKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Kept_NamesNobody()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await SaveAsync(parent, parent.Form.ToJsonString());

        var rows = await _service.Stored.RowsAsync(DraftStore.Table);

        Canaries.AssertNobodyIn(string.Join('\n', rows.Select(row => string.Join(' ', row))), [parent.Family]);
        Canaries.AssertNobodyIn(string.Join('\n', _service.Logs.Lines), [parent.Family]);
    }

    private static string Timeless(HttpAnswer answer) => System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string IdOf(HttpAnswer answer) => answer.Json.GetProperty("id").GetString()!;

    private Task<HttpAnswer> SaveAsync(Parent parent, string body) => _service.CallAsync(parent, "POST", "drafts", body);

    private Task<HttpAnswer> GetAsync(Parent parent, string id) => _service.CallAsync(parent, "GET", $"drafts/{id}");
}
