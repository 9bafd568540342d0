using System.Text.Json;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>六年一个学位 in rounds: LC003, the school of Z0003, is listed as tight; LC001, that of Z0001, is not.</summary>
public sealed class HomeLockRoundTests : IAsyncLifetime
{
    private const string Plain = FamilyPool.Plain;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CrashingHandler _crash = new();
    private Service? _service;

    private Service Service => _service!;

    private Bureau Bureau => new(Service.Http, Service.Hand);

    private Applicants Applicants => new(Service);

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_crash.Handler),
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Home_OfTwoFamilies_GivesOneAPlaceByItAndTheOtherOneElsewhere()
    {
        var (home, families) = await OfOneHomeAsync(Plain, Plain);

        var round = await Bureau.PublishedAsync();

        var places = await Task.WhenAll(families.Select(async family => (Family: family, Place: (await Applicants.PlaceAsync(family)).Json)));
        var winner = Assert.Single(places, place => place.Place.GetProperty("stage").GetString() == "area-school");
        Assert.Equal("LC003", winner.Place.GetProperty("school").GetString());
        var other = Assert.Single(places, place => place.Family != winner.Family).Place;
        Assert.Equal("home-locked", other.GetProperty("stage").GetString());
        Assert.NotEqual("LC003", other.GetProperty("school").GetString());
        Assert.Equal([(winner.Family.Id, "LC003", null)], await HistoryAsync(home));
        var settled = await Task.WhenAll(families.Select(async family => (family.Id, await SettledAsync(family))));
        Assert.True(settled.All(family => settled.Single(one => one.Id == winner.Family.Id).Item2 <= family.Item2), "the one settled later won");
        Assert.Contains("HomeLocked", (await Bureau.GetAsync(Bureau.Path(round, "/preview"), Bureau.First)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_AtASchoolThatIsNotBound_GivesBothAPlace()
    {
        var (home, families) = await OfOneHomeAsync(Plain, Plain);
        foreach (var family in families)
            await LiesInAsync(family, "Z0001");

        await Bureau.PublishedAsync();

        Assert.All(await Task.WhenAll(families.Select(Applicants.SchoolAsync)), school => Assert.Equal("LC001", school));
        Assert.Empty(await HistoryAsync(home));
    }

    [Fact]
    public async Task Home_OfOneHouseholdersTwins_GivesBothAPlace()
    {
        var (home, twins) = await OfOneHomeAsync("twins", "twins");

        await Bureau.PublishedAsync();

        Assert.All(await Task.WhenAll(twins.Select(Applicants.SchoolAsync)), school => Assert.Equal("LC003", school));
        Assert.Equal(twins.Select(twin => twin.Id).Order(StringComparer.Ordinal), (await HistoryAsync(home)).Select(place => place.Application).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Home_OfAChildWithAPlace_LocksTheNextOneOut()
    {
        var (home, families) = await OfOneHomeAsync(Plain);
        await Bureau.PublishedAsync();
        Assert.Equal(200, (await Applicants.AnswerAsync(families[0], "confirm")).Status);
        var late = (await Applicants.VerifiedAsync(Plain))[0];
        await MoveInAsync(late, home);

        await Bureau.PublishedAsync(Named("main-2026-2"));

        Assert.Equal("home-locked", (await Applicants.PlaceAsync(late)).Json.GetProperty("stage").GetString());
        Assert.Equal([(families[0].Id, "LC003", null)], await HistoryAsync(home));
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("lapse")]
    [InlineData("void")]
    [InlineData("withdraw")]
    [InlineData("round")]
    public async Task Home_OfAPlaceGivenUp_IsFreeForTheNext(string how)
    {
        var (home, families) = await OfOneHomeAsync(Plain);
        var round = await Bureau.PublishedAsync();
        await GiveUpAsync(families[0], how, round);
        var released = await HistoryAsync(home);
        var next = (await Applicants.VerifiedAsync(Plain))[0];
        await MoveInAsync(next, home);
        // Whoever was verified again would contend for it.
        if (how == "round")
            await families[0].Parent.WithdrawAsync(families[0].Id, (await families[0].Parent.GetAsync(families[0].Id)).ETag);

        await Bureau.PublishedAsync(Named("main-2026-2"));

        Assert.Equal([(families[0].Id, "LC003", "NotTakenUp")], released);
        Assert.Equal("LC003", await Applicants.SchoolAsync(next));
        Assert.Equal([(families[0].Id, "LC003", "NotTakenUp"), (next.Id, "LC003", null)], await HistoryAsync(home));
    }

    [Fact]
    public async Task Home_TakenBetweenSealAndPublication_SendsTheChildToCoordination()
    {
        var (home, families) = await OfOneHomeAsync(Plain, Plain);
        await LiesInAsync(families[1], "Z0001");
        var round = await Bureau.DrawnAsync();
        Assert.IsType<HomeClaimOutcome.Granted>(await Service.Get<PlaceLocks>().ClaimAsync(SomeHomes.Claim(UnitOf(home)), SomeHomes.Policy, None));

        Placement.School.Ok(await Bureau.PostAsync(round, "publish"));
        await Bureau.WorkAsync();
        var status = await Applicants.StatusAsync(families[0]);
        await Bureau.PublishedAsync(Bureau.Setup("refill-2026"));

        Assert.Equal("AwaitingCoordination", status);
        Assert.Equal("home-locked", (await Applicants.PlaceAsync(families[0])).Json.GetProperty("stage").GetString());
        Assert.Equal("LC001", await Applicants.SchoolAsync(families[1]));
    }

    /// <summary>Past the list, which never has both: two steps of two hosts want to offer both families the place by their one home at this moment.</summary>
    [Fact]
    public async Task Offers_OfOneHomeToTwoFamiliesAtOnce_OneIsMade()
    {
        var (home, families) = await OfOneHomeAsync(Plain, Plain);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OfferAsync(families)));

        await AssertOneWonAsync(home, families);
    }

    [Fact]
    public async Task Offers_OfOneHomeThatDieAtAnyCall_EndWithOne()
    {
        const int Most = 16;
        var (_, families) = await OfOneHomeAsync(Plain, Plain);
        var crashes = 0;
        foreach (var how in Enum.GetValues<CrashingHandler.How>())
        {
            for (var call = 1; call <= Most; call++)
            {
                var home = SomeHomes.Next().Value;
                foreach (var family in families)
                    await Applicants.RewriteAsync(ApplicationId.Parse(family.Id), application => RegisterSays.Home(application, home) with { Status = ApplicationStatus.Verified, Offer = null });
                _crash.CrashAt(call, how);
                await Record.ExceptionAsync(() => OfferAsync(families));
                crashes += _crash.HasCrashed ? 1 : 0;
                _crash.CrashAt(0, how);

                await OfferAsync(families);

                await AssertOneWonAsync(home, families);
            }
        }
        Assert.True(crashes >= 3 * 10, $"only {crashes} calls were reached");
    }

    private async Task AssertOneWonAsync(string home, Applicant[] families)
    {
        var stored = await Task.WhenAll(families.Select(Applicants.StoredAsync));
        var winner = Assert.Single(stored, application => application.HasPlace);
        Assert.Equal(ApplicationStatus.AwaitingCoordination, Assert.Single(stored, application => !application.HasPlace).Status);
        Assert.Equal([(winner.Id.Value, "LC003", null)], (await HistoryAsync(home)).Where(place => place.Released is null));
    }

    private Task OfferAsync(Applicant[] families)
    {
        var calendar = Service.Get<DistrictSupplies>().PolicyOf(2026).Calendar;
        var within = new Domain.Verification.Policies.Deadline(3, Domain.Verification.Policies.DeadlineUnit.WorkingDays, "test");
        return Service.Get<OfferWriter>().WriteAsync([.. families.Select(family => new RoundPlace(ApplicationId.Parse(family.Id), SchoolCode.Parse("LC003"), IsByHome: true))],
            (application, place) => Domain.Admission.Offers.OfferDecisions.Offer(application, place.School, "any", calendar, within, TimeProvider.System.GetUtcNow()), None);
    }

    private async Task GiveUpAsync(Applicant family, string how, string round)
    {
        var desk = new ReviewDesk(Service);
        switch (how)
        {
            case "decline":
                Assert.Equal(200, (await Applicants.AnswerAsync(family, "decline")).Status);
                break;
            case "lapse":
                await Applicants.RewriteAsync(ApplicationId.Parse(family.Id), application => application with { Offer = application.Offer! with { DueAt = TimeProvider.System.GetUtcNow().AddMinutes(-1) } });
                await Service.Hand.SweepAsync();
                break;
            case "void":
                ReviewDesk.Ok(await desk.ActAsync(family.Id, new { kind = "ProposeVoid", reason = "FalsePapers", note = "证件系伪造" }, ReviewDesk.Ann));
                ReviewDesk.Ok(await desk.ActAsync(family.Id, new { kind = "ConfirmVoid" }, ReviewDesk.Ben));
                break;
            case "withdraw":
                Assert.Equal(200, (await family.Parent.WithdrawAsync(family.Id, (await family.Parent.GetAsync(family.Id)).ETag)).Status);
                break;
            default:
                await Bureau.VoidAsync(round);
                break;
        }
    }

    private static System.Text.Json.Nodes.JsonObject Named(string round)
    {
        var setup = Bureau.Setup();
        setup["round"] = round;
        return setup;
    }

    private static UnitNumber UnitOf(string home) => UnitNumber.TryParse(home, out var unit) ? unit : throw new ArgumentException("Not a unit number.", nameof(home));

    private async Task<(string Home, Applicant[] Families)> OfOneHomeAsync(params string[] stories)
    {
        var (home, families) = (SomeHomes.Next().Value, await Applicants.VerifiedAsync(stories));
        foreach (var family in families)
            await MoveInAsync(family, home);
        return (home, families);
    }

    private async Task MoveInAsync(Applicant family, string home)
    {
        await Applicants.LivesAtAsync(family, home);
        await LiesInAsync(family, "Z0003");
    }

    private async Task LiesInAsync(Applicant family, string zone) =>
        Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{family.Id}/area", new { zone })).Status);

    private async Task<DateOnly> SettledAsync(Applicant family) =>
        Domain.Admission.Preparing.Candidate.Of(await Applicants.StoredAsync(family), Service.Get<DistrictSupplies>().ZonesOf(2026)).Settled!.Value;

    private async Task<List<(string Application, string School, string? Released)>> HistoryAsync(string home)
    {
        var answer = await new BureauClient(Service.Http).PostAsync("schools/place-locks/queries", JsonSerializer.Serialize(new { unitNumber = home }));
        return [.. answer.Json.GetProperty("places").EnumerateArray().Select(place => (place.GetProperty("application").GetString()!, place.GetProperty("school").GetString()!, place.GetProperty("reason").GetString()))];
    }
}
