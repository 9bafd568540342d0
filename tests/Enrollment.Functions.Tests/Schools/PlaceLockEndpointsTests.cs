using System.Text.Json;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Schools;

public sealed class PlaceLockEndpointsTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly BureauClient _bureau = new(fixture.Service.Http);

    [Fact]
    public async Task History_ByUnitNumberAndByApplication_IsTheSame()
    {
        var claim = await ClaimedAsync();

        var byUnit = await _bureau.PostAsync("schools/place-locks/queries", Body(claim.Unit));
        var byApplication = await _bureau.GetAsync($"schools/place-locks/{claim.Application}");

        Assert.Equal((200, 200), (byUnit.Status, byApplication.Status));
        Assert.Equal(byUnit.Text, byApplication.Text);
        var place = byUnit.Json.GetProperty("places")[0];
        Assert.Equal((claim.Application.Value, "LC018", "2026-09-01", JsonValueKind.Null), (place.GetProperty("application").GetString(), place.GetProperty("school").GetString(),
            place.GetProperty("takenOn").GetString(), place.GetProperty("releasedOn").ValueKind));
    }

    [Fact]
    public async Task Release_TransferOut_FreesTheHomeAndTwiceIsNoFault()
    {
        var claim = await ClaimedAsync();

        var first = await _bureau.PostAsync($"schools/place-locks/{claim.Application}/release", """{"reason":"TransferredOut"}""");
        var second = await _bureau.PostAsync($"schools/place-locks/{claim.Application}/release", """{"reason":"Graduated"}""");

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("TransferredOut", first.Json.GetProperty("places")[0].GetProperty("reason").GetString());
        Assert.IsType<HomeClaimOutcome.Granted>(await fixture.Service.Get<PlaceLocks>().ClaimAsync(SomeHomes.Claim(claim.Unit), SomeHomes.Policy, CancellationToken.None));
    }

    [Theory]
    [InlineData("{}", 422, "unit-number-malformed")]
    [InlineData("{\"unitNumber\":\"350502\"}", 422, "unit-number-malformed")]
    [InlineData("{\"unitNumber\":5}", 400, "wrong-type")]
    [InlineData("{\"unit\":\"350502\"}", 400, "unknown-field")]
    [InlineData("[", 400, "malformed-json")]
    public async Task Query_BodyThatIsNone_IsRefused(string body, int status, string code) => (await _bureau.PostAsync("schools/place-locks/queries", body)).AssertProblem(status, code);

    [Theory]
    [InlineData("{}", 422, "required")]
    [InlineData("{\"reason\":\"Bored\"}", 422, "unknown-value")]
    public async Task Release_ReasonThatIsNone_IsRefused(string body, int status, string code) =>
        (await _bureau.PostAsync($"schools/place-locks/{(await ClaimedAsync()).Application}/release", body)).AssertProblem(status, code);

    [Fact]
    public async Task PlaceLocks_ForAnybodyButTheBureau_AreNotThere()
    {
        var claim = await ClaimedAsync();

        (await _bureau.PostAsync("schools/place-locks/queries", Body(claim.Unit), token: BureauClient.Staff)).AssertProblem(404, "not-found");
        (await _bureau.GetAsync($"schools/place-locks/{claim.Application}", BureauClient.Staff)).AssertProblem(404, "not-found");
        (await _bureau.PostAsync($"schools/place-locks/{claim.Application}/release", "{}", token: BureauClient.Staff)).AssertProblem(404, "not-found");
        (await _bureau.GetAsync($"schools/place-locks/{claim.Application}", "")).AssertProblem(401, "unauthenticated");
        (await _bureau.GetAsync($"schools/place-locks/{claim.Application}", fixture.Service.Parent(FamilyPool.Plain).Token)).AssertProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task PlaceLocks_OfAnApplicationWithoutAHome_AreNotThere()
    {
        (await _bureau.GetAsync($"schools/place-locks/{SomeHomes.Application()}")).AssertProblem(404, "not-found");
        (await _bureau.GetAsync("schools/place-locks/350502999999GB00001F00000001")).AssertProblem(404, "not-found");
    }

    private static string Body(UnitNumber unit) => JsonSerializer.Serialize(new { unitNumber = unit.Value });

    private async Task<HomeClaim> ClaimedAsync()
    {
        var claim = SomeHomes.Claim(SomeHomes.Next());
        Assert.IsType<HomeClaimOutcome.Granted>(await fixture.Service.Get<PlaceLocks>().ClaimAsync(claim, SomeHomes.Policy, CancellationToken.None));
        return claim;
    }
}
