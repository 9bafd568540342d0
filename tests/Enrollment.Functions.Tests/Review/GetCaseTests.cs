using Enrollment.Functions.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

public sealed class GetCaseTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;
    private readonly ReviewDesk _desk = new(fixture.Service);

    [Fact]
    public async Task Open_Case_ShowsWhatTheParentSaidBesideWhatEachRegisterSaid()
    {
        var (parent, id) = await _desk.CaseAsync();

        var answer = await _desk.OpenAsync(id, ReviewDesk.Ann);

        ReviewDesk.Ok(answer);
        var file = answer.Json;
        Assert.Equal(parent.ChildNumber, file.GetProperty("stated").GetProperty("child").GetProperty("documentNumber").GetString());
        var name = file.GetProperty("comparison").EnumerateArray().Single(field => field.GetProperty("field").GetString() == "$.child.name");
        Assert.True(name.GetProperty("agrees").GetBoolean());
        Assert.Contains(name.GetProperty("registered").EnumerateArray(), value => value.GetProperty("department").GetString() == "Police"
            && value.GetProperty("asOf").GetString() is not null && value.GetProperty("value").GetString() == name.GetProperty("stated").GetString());
        var police = file.GetProperty("registers").EnumerateArray().Single(register => register.GetProperty("department").GetString() == "Police");
        Assert.Contains(police.GetProperty("records").EnumerateArray(), record => record.GetProperty("kind").GetString() == "Household");
        Assert.NotNull(police.GetProperty("answeredAt").GetString());
        Assert.Contains(file.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("result").GetString() == "NotSatisfied");
        Assert.NotEmpty(file.GetProperty("open").EnumerateArray());
        Assert.Equal(["Submitted", "VerificationStarted"], file.GetProperty("history").EnumerateArray().Take(2).Select(h => h.GetProperty("kind").GetString()));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.NotNull(answer.ETag);
    }

    [Fact]
    public async Task Open_EveryLook_IsNotedWithWhoWhenAndWhy()
    {
        var (_, id) = await _desk.CaseAsync();

        ReviewDesk.Ok(await _desk.OpenAsync(id, ReviewDesk.Ann));
        ReviewDesk.Ok(await _desk.OpenAsync(id, ReviewDesk.Ben, "SpotCheck"));
        (await _desk.OpenAsync(id, ReviewDesk.City)).AssertProblem(404, "not-found");

        var looks = await _service.Stored.RowsAsync(AccessLog.Table, id);
        Assert.Equal([("ann", "Review", "District"), ("ben", "SpotCheck", "District")], looks.Select(row => (row.GetString("By"), row.GetString("Purpose"), row.GetString("For"))).Order());
        Assert.All(looks, row => Assert.Equal(fixture.Clock.GetUtcNow(), row.GetDateTimeOffset("At")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("curiosity")]
    [InlineData("1")]
    public async Task Open_WithoutAPurposeOfTheList_ShowsNothing(string? purpose)
    {
        var (parent, id) = await _desk.CaseAsync();

        var answer = await _desk.OpenAsync(id, ReviewDesk.Ann, purpose);

        answer.AssertProblem(400, "purpose-missing");
        Canaries.AssertNobodyIn(answer.Text, [parent.Family]);
        Assert.Empty(await _service.Stored.RowsAsync(AccessLog.Table, id));
    }

    [Theory]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    [InlineData("nonsense")]
    public async Task Open_NoSuchCase_IsNotFound(string id) => (await _desk.OpenAsync(id, ReviewDesk.Ann)).AssertProblem(404, "not-found");
}
