using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

public sealed class ExplainApplicationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Explain_ShareOfOneHalf_NamesRuleFactRegisterDayAndWhatWouldHaveChangedIt()
    {
        var (parent, id) = await DecidedAsync("share-one-half");

        var json = (await parent.ExplainAsync(id)).Json;

        var share = json.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "R5");
        Assert.Equal(("NotSatisfied", "ShareTooSmall", "[S01][S04b]"), (share.GetProperty("result").GetString(), share.GetProperty("reason").GetString(), share.GetProperty("source").GetString()![..11]));
        var origin = share.GetProperty("origin");
        Assert.Equal(("Register", "Property", "2026-06-29", fixture.Clock.GetUtcNow()), (origin.GetProperty("kind").GetString(), origin.GetProperty("department").GetString(),
            origin.GetProperty("asOf").GetString(), origin.GetProperty("answeredAt").GetDateTimeOffset()));
        Assert.NotEmpty(origin.GetProperty("sourceSystem").GetString()!);
        Assert.Equal(["Claimed False", "Proposed True"], json.GetProperty("categories").EnumerateArray().Select(c => $"{c.GetProperty("roles")[0]} {c.GetProperty("holds").GetBoolean()}"));
        var changed = json.GetProperty("wouldHaveChanged");
        Assert.Equal("ConsistentResident", changed.GetProperty("category").GetProperty("name").GetString());
        var fact = Assert.Single(changed.GetProperty("facts").EnumerateArray());
        Assert.Equal(("OwnsHomeWhereRegistered", "父母或（外）祖父母在孩子户籍地址有住宅，合计产权份额超过1/2"), (fact.GetProperty("code").GetString(), fact.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Explain_BirthDate_ComesFromTheFormOfTheDayItWasSubmitted()
    {
        var (parent, id) = await DecidedAsync(FamilyPool.Plain);

        var rule = (await parent.ExplainAsync(id, "en")).Json.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "R1");

        Assert.Equal(("Form", "Your application form", "2026-07-01"), (rule.GetProperty("origin").GetProperty("kind").GetString(),
            rule.GetProperty("origin").GetProperty("text").GetString(), rule.GetProperty("origin").GetProperty("asOf").GetString()));
    }

    [Fact]
    public async Task Explain_BestCategory_NeedsNoOtherFacts()
    {
        var (parent, id) = await DecidedAsync(FamilyPool.Plain);

        var json = (await parent.ExplainAsync(id)).Json;

        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("wouldHaveChanged").ValueKind);
        Assert.Equal(["RI", "RG", "R1", "R2", "R3", "R4", "R5"], json.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Explain_FactOfASilentOffice_SaysThatTheOfficeIsAwaited()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Enrollment.Domain.Verification.Department.Property, new { kind = "Unavailable" }, parent.ChildNumber);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();
        fixture.Clock.Advance(TimeSpan.FromMinutes(31));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();

        var json = (await parent.ExplainAsync(id, "en")).Json;

        Assert.Equal("UnderReview", json.GetProperty("status").GetString());
        var fact = Assert.Single(json.GetProperty("wouldHaveChanged").GetProperty("facts").EnumerateArray());
        Assert.Equal(("OwnsHomeWhereRegistered", "Property"), (fact.GetProperty("code").GetString(), fact.GetProperty("awaits").GetString()));
        Assert.Contains("has not answered yet", fact.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_NotDecidedYet_HasTriedNothing()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var json = (await parent.ExplainAsync(await parent.ApplyAsync())).Json;

        Assert.Equal(("Submitted", 0), (json.GetProperty("status").GetString(), json.GetProperty("rules").GetArrayLength()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("wouldHaveChanged").ValueKind);
    }

    [Fact]
    public async Task Explain_AnothersApplication_IsNotFound()
    {
        var (_, id) = await DecidedAsync(FamilyPool.Plain);

        (await _service.Parent(FamilyPool.Plain).ExplainAsync(id)).AssertProblem(404, "not-found");
        (await _service.Parent(FamilyPool.Plain).ExplainAsync("0123456789abcdefghjkmnpqrs")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Explain_WithoutAToken_IsUnauthenticated()
    {
        var (_, id) = await DecidedAsync(FamilyPool.Plain);

        (await _service.Http.AskAsync($"api/applications/{id}/explanation")).AssertProblem(401, "unauthenticated");
    }

    private async Task<(Parent Parent, string Id)> DecidedAsync(string story)
    {
        var parent = _service.Parent(story);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();
        return (parent, id);
    }
}
