using System.Net.Http.Headers;
using System.Text;
using Enrollment.Domain.Admission.Records;
using Enrollment.Files.Digests;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>Rounds over HTTP, from families who applied to offers they answer.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private static readonly string[] Ranked = ["LC002", "LC001"];
    private static readonly string[] Unknown = ["LC999"];
    private static readonly string[] Twice = ["LC001", "LC001"];

    private Service? _service;
    private Bureau? _bureau;

    private Service Service => _service!;

    private Bureau Bureau => _bureau!;

    private Applicants Applicants => new(Service);

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions());
        _bureau = new Bureau(_service.Http, _service.Hand);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Round_Published_EveryChildHasAPlaceAndTheRecordHolds()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home", "consistent-parents-home", "migrant-permit-and-work", "five-district-mover");
        var round = await Bureau.DrawnAsync();

        var before = await families[0].GetAsync(ids[0]);
        var hidden = await Bureau.GetAsync(Bureau.Path(round, "/record"));
        School.Ok(await Bureau.PostAsync(round, "publish"));
        await Bureau.WorkAsync();
        var places = await Task.WhenAll(families.Zip(ids, (family, id) => PlaceAsync(family, id)));
        var record = await Bureau.GetAsync(Bureau.Path(round, "/record"));

        Assert.Equal("Verified", before.Json.GetProperty("status").GetString());
        hidden.AssertProblem(404, "not-found");
        Assert.All(places, place => Assert.True(place.Status == 200, place.Text));
        Assert.All(places, place => Assert.Equal("Offered", place.Json.GetProperty("status").GetString()));
        Assert.Equal("AreaSchool", places[0].Json.GetProperty("outcome").GetString());
        Assert.True(AdmissionVerification.Verify(AdmissionRecord.Parse(Encoding.UTF8.GetBytes(record.Text))!, Sm3.Of).Holds);
        Assert.DoesNotContain(ids[0], record.Text, StringComparison.Ordinal);
        Canaries.AssertNobodyIn(record.Text, families.Select(family => family.Family));
        Assert.Equal(0, (await Bureau.GetAsync(Bureau.Path(round, "/preview"), Bureau.First)).Json.GetProperty("violations").GetInt32());
    }

    [Fact]
    public async Task Offer_OfARound_IsInTheInboxWithItsLastDay_AndSoIsItsLoss()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home");
        var round = await Bureau.PublishedAsync();
        var answerBy = (await PlaceAsync(families[0], ids[0])).Json.GetProperty("answerBy").GetString();
        var offered = (await Service.CallAsync(families[0], "GET", $"applications/{ids[0]}/notices")).Json.GetProperty("notices")[0];
        await Bureau.VoidAsync(round);
        var lost = (await Service.CallAsync(families[0], "GET", $"applications/{ids[0]}/notices")).Json.GetProperty("notices");

        Assert.Equal(("PlaceOffered", answerBy), (offered.GetProperty("kind").GetString(), offered.GetProperty("lastDay").GetString()));
        Assert.Equal(["OfferRevoked", "PlaceOffered", "CategoryEstablished", "Received"], lost.EnumerateArray().Select(notice => notice.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Offers_ConfirmedDeclinedAndSilent_EndAsTheRulesSay()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home", "consistent-parents-home", "consistent-parents-home");
        await Bureau.PublishedAsync();

        var confirmed = await AnswerAsync(families[0], ids[0], "confirm");
        var again = await AnswerAsync(families[0], ids[0], "confirm");
        var declined = await AnswerAsync(families[1], ids[1], "decline");
        var stale = await Applicants.PostAsync(families[2], $"api/applications/{ids[2]}/offer/confirm", "\"nonsense\"");
        var foreign = await Applicants.PostAsync(families[1], $"api/applications/{ids[2]}/offer/confirm", "\"x\"");

        Assert.Equal("Confirmed", confirmed.Json.GetProperty("status").GetString());
        Assert.Equal(200, again.Status);
        Assert.Equal("AwaitingCoordination", declined.Json.GetProperty("status").GetString());
        stale.AssertProblem(412, "precondition-failed");
        foreign.AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Refill_AfterADecline_GivesTheChildAnotherPlaceAndKeepsTheOthers()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home", "consistent-parents-home");
        await Bureau.PublishedAsync();
        await AnswerAsync(families[0], ids[0], "confirm");
        await AnswerAsync(families[1], ids[1], "decline");

        await Bureau.PublishedAsync(Bureau.Setup("refill-2026"));

        Assert.Equal("Confirmed", (await families[0].GetAsync(ids[0])).Json.GetProperty("status").GetString());
        var second = await PlaceAsync(families[1], ids[1]);
        Assert.Equal("refill-2026", second.Json.GetProperty("round").GetString());
        Assert.Equal("Offered", second.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Round_VoidAfterPublication_TakesItsOffersBackAndStaysPublic()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home", "migrant-permit-and-work");
        var round = await Bureau.PublishedAsync();

        await Bureau.VoidAsync(round);
        var other = Bureau.Setup();
        other["round"] = "main-2026-2";
        var followed = await Bureau.PublishedAsync(other);

        Assert.Equal("Voided", (await Bureau.GetAsync(Bureau.Path(round))).Json.GetProperty("status").GetString());
        Assert.Equal(200, (await Bureau.GetAsync(Bureau.Path(round, "/record"))).Status);
        Assert.All(await Task.WhenAll(families.Zip(ids, (family, id) => PlaceAsync(family, id))), place => Assert.Equal(followed, place.Json.GetProperty("round").GetString()));
    }

    [Fact]
    public async Task Void_ByOnePerson_IsRefused()
    {
        await AppliedAsync("consistent-parents-home");
        var round = await Bureau.PublishedAsync();

        School.Ok(await Bureau.PostAsync(round, "void", new { reason = "I say so." }));
        var alone = await Bureau.PostAsync(round, "void/confirm");

        alone.AssertProblem(409, "second-person-needed");
    }

    [Fact]
    public async Task Application_WithdrawnWhileTheRoundIsDrawn_GetsNoOffer()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home", "consistent-parents-home");
        var round = await Bureau.DrawnAsync();
        await families[0].WithdrawAsync(ids[0], (await families[0].GetAsync(ids[0])).ETag);

        School.Ok(await Bureau.PostAsync(round, "publish"));
        await Bureau.WorkAsync();

        Assert.Equal("Withdrawn", (await families[0].GetAsync(ids[0])).Json.GetProperty("status").GetString());
        Assert.Equal(200, (await PlaceAsync(families[1], ids[1])).Status);
    }

    [Fact]
    public async Task SecondRound_WhileOneIsUnderWay_IsRefused()
    {
        await AppliedAsync("consistent-parents-home");
        await Bureau.PreparedAsync();
        var other = Bureau.Setup();
        other["round"] = "another";

        (await Bureau.CreateAsync(other)).AssertProblem(409, "round-exists");
        (await Bureau.CreateAsync()).AssertProblem(409, "round-exists");
    }

    [Fact]
    public async Task Messages_LostAndRepeated_ChangeNothing()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home");
        var round = await Bureau.DrawnAsync();
        School.Ok(await Bureau.PostAsync(round, "publish"));
        await Service.Stored.ClearAsync("admission");

        await Service.Hand.RunTimerAsync("ResumeRounds");
        await Bureau.WorkAsync();
        await Service.Hand.DeliverAsync("AdvanceRound", new { year = 2026, round, traceParent = (string?)null });
        await Service.Hand.DeliverAsync("AdvanceRound", new { year = 2026, round = "nobody-knows", traceParent = (string?)null });

        Assert.Equal("Offered", (await families[0].GetAsync(ids[0])).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task School_Published_SeesItsOwnChildrenAndNoOthers()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home");
        var round = await Bureau.PublishedAsync();
        var school = (await PlaceAsync(families[0], ids[0])).Json.GetProperty("school").GetString()!;
        var other = school == "LC001" ? "LC002" : "LC001";

        var own = await Bureau.GetAsync($"api/schools/{school}/admissions/2026/{round}", School.Token("head", "school", school));
        var csv = await Bureau.GetAsync($"api/schools/{school}/admissions/2026/{round}?format=csv", School.Token("head", "school", school));
        var foreign = await Bureau.GetAsync($"api/schools/{school}/admissions/2026/{round}", School.Token("head", "school", other));

        Assert.Equal(families[0].Family.Form.GetProperty("child").GetProperty("name").GetString(), own.Json.GetProperty("children")[0].GetProperty("name").GetString());
        Assert.Equal(200, csv.Status);
        foreign.AssertProblem(404, "not-found");
        (await Bureau.GetAsync($"api/schools/{school}/admissions/2026/{round}")).AssertProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("""{"round":"a b","year":2026}""")]
    [InlineData("""{"round":"x","year":1999}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task Create_HostileBody_IsAProblem(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/admission/rounds") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bureau.First);

        var answer = await Service.Http.AskAsync(request);

        Assert.True(answer.Status is 400 or 422, answer.Text);
    }

    [Fact]
    public async Task Create_StageOfAGroupNobodyKnows_NamesIt()
    {
        var setup = Bureau.Setup();
        setup["stages"]![0]!["groups"] = new System.Text.Json.Nodes.JsonArray("C99");

        var answer = await Bureau.CreateAsync(setup);

        answer.AssertProblem(422, "unknown-value");
        Assert.Equal(["unknown-value at $.stages[0].groups"], answer.Faults);
    }

    [Fact]
    public async Task Choices_Ranked_AreKeptAndUnknownSchoolsRefused()
    {
        var (families, ids) = await AppliedAsync("migrant-permit-and-work");

        var kept = await Applicants.PutAsync(new Applicant(families[0], ids[0]), "choices", new { schools = Ranked });
        var unknown = await Applicants.PutAsync(new Applicant(families[0], ids[0]), "choices", new { schools = Unknown });
        var twice = await Applicants.PutAsync(new Applicant(families[0], ids[0]), "choices", new { schools = Twice });
        await Bureau.PublishedAsync();

        Assert.Equal(200, kept.Status);
        unknown.AssertProblem(422, "unknown-value");
        twice.AssertProblem(400, "duplicate-field");
        Assert.Equal("LC002", (await PlaceAsync(families[0], ids[0])).Json.GetProperty("school").GetString());
    }

    [Fact]
    public async Task Area_DecidedByAPerson_CountsInTheNextList()
    {
        var (families, ids) = await AppliedAsync("consistent-parents-home");
        var round = await Bureau.PreparedAsync();

        var nobody = await Bureau.PutAsync($"api/admission/applications/{ids[0]}/area", new { zone = "Z9999" });
        var kind = await Bureau.PutAsync($"api/admission/applications/{ids[0]}/area", new { zone = "Z0101" });
        var decided = await Bureau.PutAsync($"api/admission/applications/{ids[0]}/area", new { zone = "Z0002" });
        School.Ok(await Bureau.PostAsync(round, "prepare"));
        var early = await Bureau.PostAsync(round, "seal");
        await Bureau.WorkAsync();
        School.Ok(await Bureau.PostAsync(round, "seal"));

        nobody.AssertProblem(422, "unknown-value");
        kind.AssertProblem(422, "unknown-value");
        Assert.Equal(204, decided.Status);
        early.AssertProblem(409, "round-not-prepared");
        _ = families;
    }

    private async Task<(Parent[] Families, string[] Ids)> AppliedAsync(params string[] stories)
    {
        var applicants = await Applicants.VerifiedAsync(stories);
        return ([.. applicants.Select(applicant => applicant.Parent)], [.. applicants.Select(applicant => applicant.Id)]);
    }

    private Task<HttpAnswer> PlaceAsync(Parent family, string id) => Applicants.PlaceAsync(new Applicant(family, id));

    private Task<HttpAnswer> AnswerAsync(Parent family, string id, string answer) => Applicants.AnswerAsync(new Applicant(family, id), answer);
}
