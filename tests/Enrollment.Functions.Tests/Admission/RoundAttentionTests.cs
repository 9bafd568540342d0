using System.Text.Json;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>What a round's list needs a person for: it names the application, keeps the list open, and is over once the person has decided.</summary>
public sealed class RoundAttentionTests : IAsyncLifetime
{
    // A school that orders by the date of settlement has this zone.
    private const string DatedZone = "Z0001";

    private Service? _service;

    private Service Service => _service!;

    private Bureau Bureau => new(Service.Http, Service.Hand);

    private Applicants Applicants => new(Service);

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions());

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Home_ThatNoListNames_WaitsForAPerson()
    {
        var parent = Service.Parent("migrant-permit-and-work");
        parent.Form["residence"]!["address"] = "福建省泉州市鲤城区不在册路9999号";
        var child = new Applicant(parent, await parent.ApplyAsync());
        await Service.Hand.DrainAsync();
        Assert.Equal("Verified", await Applicants.StatusAsync(child));
        var round = await Bureau.PreparedAsync();

        await AssertHeldUpAsync(round, child, "ZoneUnknown", "");
        Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{child.Id}/area", new { zone = "Z0004" })).Status);
        await AssertSealedAsync(round);
    }

    [Theory]
    [InlineData("Z7777", null)]
    [InlineData("Z0002", "Z7777")]
    public async Task Zone_APersonDecidedOn_ThatIsGone_WaitsForAPerson(string zone, string? choiceZone)
    {
        var child = await ChildAsync(application => application with
        {
            Admission = AdmissionFile.Empty with { Area = new AreaDecision(zone, choiceZone, "bureau-1", application.SubmittedAt) },
        });
        var round = await Bureau.PreparedAsync();

        await AssertHeldUpAsync(round, child, "ZoneGone", "Z7777");
        Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{child.Id}/area", new { zone = "Z0002" })).Status);
        await AssertSealedAsync(round);
    }

    [Fact]
    public async Task Settlement_NoRegisterStates_IsSaidByAPersonAndOrders()
    {
        var child = await ChildAsync(RegisterSays.NoHousehold);
        Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{child.Id}/area", new { zone = DatedZone })).Status);
        var round = await Bureau.PreparedAsync();

        await AssertHeldUpAsync(round, child, "SettlementUnknown", "LC001");
        var decided = await DecideAsync(child, new { settled = "2023-05-01", parentSettled = "2020-01-31" });
        await AssertSealedAsync(round);

        Assert.Equal(204, decided.Status);
        var row = Assert.Single((await Service.Get<RoundFiles>().ListAsync(new RoundName(2026, round), CancellationToken.None)).Rows);
        Assert.Equal((new DateOnly(2023, 5, 1), new DateOnly(2020, 1, 31)), (row.Settled, row.ParentSettled));
        Assert.Equal("SettlementDecided", (await Service.Stored.EventsAsync(child.Id))[^1]);
    }

    [Fact]
    public async Task Settlement_OfARegister_IsNobodysToChange()
    {
        var child = await ChildAsync();

        (await DecideAsync(child, new { settled = "2023-05-01" })).AssertProblem(409, "action-not-possible");
    }

    [Theory]
    [InlineData("""{}""", 422, "required at $.settled")]
    [InlineData("""{"settled":"2999-01-01"}""", 422, "date-in-future at $.settled")]
    [InlineData("""{"settled":"2001-01-01"}""", 422, "unknown-value at $.settled")]
    [InlineData("""{"settled":"2023-05-01","parentSettled":"2999-01-01"}""", 422, "date-in-future at $.parentSettled")]
    [InlineData("""{"settled":"2023-02-30"}""", 400, "wrong-type at $.settled")]
    [InlineData("""{"settled":"2023-05-01","by":"me"}""", 400, "unknown-field at $.by")]
    public async Task Settlement_ThatCannotBe_IsRefused(string body, int status, string fault)
    {
        var child = await ChildAsync(RegisterSays.NoHousehold);

        var answer = await DecideAsync(child, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal((status, fault), (answer.Status, Assert.Single(answer.Faults)));
    }

    [Fact]
    public async Task Settlement_IsTheBureausToSay()
    {
        var child = await ChildAsync(RegisterSays.NoHousehold);

        (await DecideAsync(child, new { settled = "2023-05-01" }, School.Token("principal", "school", "LC001"))).AssertProblem(404, "not-found");
    }

    private async Task<Applicant> ChildAsync(params Func<Application, Application>[] rewrites)
    {
        var child = (await Applicants.VerifiedAsync(FamilyPool.Plain))[0];
        foreach (var rewrite in rewrites)
            await Applicants.RewriteAsync(ApplicationId.Parse(child.Id), rewrite);
        return child;
    }

    private Task<HttpAnswer> DecideAsync(Applicant child, object body, string? token = null) => Bureau.PutAsync($"api/admission/applications/{child.Id}/settlement", body, token);

    private async Task AssertHeldUpAsync(string round, Applicant child, string code, string detail)
    {
        var attention = Assert.Single((await Bureau.GetAsync(Bureau.Path(round, "/preview"), Bureau.First)).Json.GetProperty("attentions").EnumerateArray());
        Assert.Equal((child.Id, code, detail, true), (attention.GetProperty("application").GetString(), attention.GetProperty("code").GetString(),
            attention.GetProperty("detail").GetString(), attention.GetProperty("blocks").GetBoolean()));
        var refused = await Bureau.PostAsync(round, "seal");
        refused.AssertProblem(422, "admission-list-faulty");
        Assert.Contains(child.Id, refused.Text, StringComparison.Ordinal);
    }

    private async Task AssertSealedAsync(string round)
    {
        School.Ok(await Bureau.PostAsync(round, "prepare"));
        await Bureau.WorkAsync();
        School.Ok(await Bureau.PostAsync(round, "seal"));
    }
}
