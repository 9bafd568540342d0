using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

public sealed class TransferCaseTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly ReviewDesk _desk = new(fixture.Service);

    [Fact]
    public async Task Transfer_ToTheCity_TakesTheCaseAndItsHistoryAway()
    {
        var (_, id) = await _desk.CaseAsync();
        (await _desk.OpenAsync(id, ReviewDesk.City)).AssertProblem(404, "not-found");

        ReviewDesk.Ok(await TransferAsync(id, new { to = "Municipal", reason = "MunicipalArea", note = "市直片区" }, ReviewDesk.Ann));

        (await _desk.OpenAsync(id, ReviewDesk.Ann)).AssertProblem(404, "not-found");
        (await _desk.ClaimAsync(id, ReviewDesk.Ann)).AssertProblem(404, "not-found");
        var file = (await _desk.OpenAsync(id, ReviewDesk.City)).Json;
        var act = file.GetProperty("history").EnumerateArray().Last().GetProperty("act");
        Assert.Equal(("ann", "Municipal", "市直片区"), (act.GetProperty("by").GetString(), act.GetProperty("to").GetString(), act.GetProperty("note").GetString()));
        Assert.DoesNotContain(id, await IdsAsync(ReviewDesk.Ann));
        Assert.Contains(id, await IdsAsync(ReviewDesk.City));
        ReviewDesk.Ok(await TransferAsync(id, new { to = "District", reason = "MunicipalNotConsistent" }, ReviewDesk.City));
        Assert.Contains(id, await IdsAsync(ReviewDesk.Ann));
    }

    [Fact]
    public async Task Transfer_OutsideTheService_EndsItHere()
    {
        var (parent, id) = await _desk.CaseAsync();

        ReviewDesk.Ok(await TransferAsync(id, new { to = "Outside", name = "丰泽区教育局", reason = "MovedAway" }, ReviewDesk.Ann));

        Assert.Equal("Transferred", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        (await _desk.ClaimAsync(id, ReviewDesk.Ann)).AssertProblem(409, "action-not-possible");
        Assert.DoesNotContain(id, await IdsAsync(ReviewDesk.Ann));
    }

    [Fact]
    public async Task Transfer_HostileOrPointless_IsAClearProblem()
    {
        var (_, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ann));

        (await _desk.TransferAsync(id, new { to = "District", reason = "MunicipalArea" }, ReviewDesk.Ann, "*")).AssertProblem(409, "action-not-possible");
        (await _desk.TransferAsync(id, new { to = "Moon", reason = "MunicipalArea" }, ReviewDesk.Ann, "*")).AssertProblem(422, "unknown-value");
        (await _desk.TransferAsync(id, new { to = "Outside", reason = "MovedAway" }, ReviewDesk.Ann, "*")).AssertProblem(422, "required");
        (await _desk.TransferAsync(id, new { to = "Municipal", name = "x", reason = "MovedAway" }, ReviewDesk.Ann, "*")).AssertProblem(422, "unknown-value");
        (await _desk.TransferAsync(id, new { to = "Municipal", reason = "FalsePapers" }, ReviewDesk.Ann, "*")).AssertProblem(422, "unknown-value");
        (await _desk.TransferAsync(id, new { to = "Municipal", reason = "MunicipalArea" }, ReviewDesk.Ann, ifMatch: null)).AssertProblem(428, "precondition-required");
        (await _desk.TransferAsync(id, new { to = "Municipal", reason = "MunicipalArea" }, ReviewDesk.City, "*")).AssertProblem(404, "not-found");
    }

    private async Task<HttpAnswer> TransferAsync(string id, object transfer, string token)
    {
        ReviewDesk.Ok(await _desk.ClaimAsync(id, token));
        return await _desk.TransferAsync(id, transfer, token, await _desk.VersionAsync(id, token));
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string token) =>
        [.. (await _desk.ListAsync("?limit=100", token)).Json.GetProperty("cases").EnumerateArray().Select(line => line.GetProperty("id").GetString()!)];
}
