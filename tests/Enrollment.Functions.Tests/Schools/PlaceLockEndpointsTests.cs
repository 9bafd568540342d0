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

    [Fact]
    public async Task Upload_PlacesOfEarlierYears_BindTheirHomesAndAreEnteredOnce()
    {
        var (bound, exempt) = (SomeHomes.Next(), SomeHomes.Next());
        string[] rows = [Row(bound), Row(exempt, "35990119900307019X")];

        var first = await UploadAsync(rows);
        var second = await UploadAsync([.. rows, Row(SomeHomes.Next())]);
        var stranger = await fixture.Service.Get<PlaceLocks>().ClaimAsync(SomeHomes.Claim(bound), SomeHomes.Policy, CancellationToken.None);
        var sibling = await fixture.Service.Get<PlaceLocks>().ClaimAsync(SomeHomes.Claim(exempt, householder: "35990119900307019x"), SomeHomes.Policy, CancellationToken.None);

        Assert.Equal(("""{"listed":2,"added":2}""", """{"listed":3,"added":1}"""), (first.Text, second.Text));
        Assert.Equal((new DateOnly(2023, 9, 1), new DateOnly(2029, 9, 1)), Assert.IsType<HomeClaimOutcome.Refused>(stranger) is var refused ? (refused.On, refused.Until) : default);
        Assert.IsType<HomeClaimOutcome.Granted>(sibling);
        Assert.Single((await _bureau.PostAsync("schools/place-locks/queries", Body(bound))).Json.GetProperty("places").EnumerateArray());
    }

    [Fact]
    public async Task Upload_PlaceReleasedSince_StaysReleased()
    {
        var home = SomeHomes.Next();
        await UploadAsync(Row(home));
        var number = (await _bureau.PostAsync("schools/place-locks/queries", Body(home))).Json.GetProperty("places")[0].GetProperty("application").GetString();
        Assert.Equal(200, (await _bureau.PostAsync($"schools/place-locks/{number}/release", """{"reason":"TransferredOut"}""")).Status);

        await UploadAsync(Row(home));

        Assert.IsType<HomeClaimOutcome.Granted>(await fixture.Service.Get<PlaceLocks>().ClaimAsync(SomeHomes.Claim(home), SomeHomes.Policy, CancellationToken.None));
    }

    [Fact]
    public async Task Upload_SamePlaceByManyAtOnce_IsEnteredOnce()
    {
        var home = SomeHomes.Next();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadAsync(Row(home))));

        Assert.All(answers, answer => Assert.True(answer.Status == 200, answer.Text));
        Assert.Equal(1, answers.Sum(answer => answer.Json.GetProperty("added").GetInt32()));
        Assert.Single((await _bureau.PostAsync("schools/place-locks/queries", Body(home))).Json.GetProperty("places").EnumerateArray());
    }

    [Fact]
    public async Task Upload_ListWithFaults_TakesNothingAndNamesEachCell()
    {
        var home = SomeHomes.Next();

        var answer = await UploadAsync(Row(home), Row(home), "350502,L1,2023-02-30,12345", "=cmd(),LC001,2023-09-01,", $"{SomeHomes.Next().Value},LC001,2999-09-01,");

        answer.AssertProblem(422, "place-list-faulty");
        Assert.Equal(["place-twice at unitNumber!3", "code-form at school!4", "identity-number-form at householder!4", "date-form at takenOn!4", "unit-number-form at unitNumber!4",
            "formula at unitNumber!5", "unknown-value at takenOn!6"], answer.Faults);
        Assert.DoesNotContain(home.Value, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await _bureau.PostAsync("schools/place-locks/queries", Body(home))).Json.GetProperty("places").EnumerateArray());
    }

    [Fact]
    public async Task Upload_ThatIsNoListOrNobodys_IsRefused()
    {
        (await _bureau.PostAsync("schools/place-locks", "{}")).AssertProblem(415, "unsupported-media-type");
        (await _bureau.PostAsync("schools/place-locks", new string('x', 3 << 20), "text/csv")).AssertProblem(413, "body-too-large");
        (await UploadAsync()).AssertProblem(422, "place-list-faulty");
        (await _bureau.PostAsync("schools/place-locks", Row(SomeHomes.Next()), "text/csv", BureauClient.Staff)).AssertProblem(404, "not-found");
    }

    private static string Row(UnitNumber unit, string householder = "") => $"{unit.Value},LC018,2023-09-01,{householder}";

    private Task<HttpAnswer> UploadAsync(params string[] rows) =>
        _bureau.PostAsync("schools/place-locks", string.Join('\n', rows.Prepend("不动产单元号,学校代码,takenOn,householder")), "text/csv");

    private static string Body(UnitNumber unit) => JsonSerializer.Serialize(new { unitNumber = unit.Value });

    private async Task<HomeClaim> ClaimedAsync()
    {
        var claim = SomeHomes.Claim(SomeHomes.Next());
        Assert.IsType<HomeClaimOutcome.Granted>(await fixture.Service.Get<PlaceLocks>().ClaimAsync(claim, SomeHomes.Policy, CancellationToken.None));
        return claim;
    }
}
