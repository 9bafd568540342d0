using System.Text.Json.Nodes;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Draws;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>What must never happen to a round: another list than the sealed one, another secret than the committed one, offers twice, places twice.</summary>
public sealed class RoundGuardTests : IAsyncLifetime
{
    private Service? _service;

    private Service Service => _service!;

    private Bureau Bureau => new(Service.Http, Service.Hand);

    private Applicants Applicants => new(Service);

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions());

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Draw_OfAListThatIsNotTheSealedOne_NeverEnds()
    {
        await Applicants.VerifiedAsync(FamilyPool.Plain);
        var round = await Bureau.PreparedAsync();
        School.Ok(await Bureau.PostAsync(round, "seal"));
        School.Ok(await Bureau.CommitAsync(round));
        var list = Service.Get<StorageClients>().Blobs.GetBlobContainerClient(AdmissionNames.Container).GetBlobClient($"2026/{round}/list.txt");
        var text = (await list.DownloadContentAsync()).Value.Content.ToString();
        await list.UploadAsync(BinaryData.FromString(text.Replace("LC001 district 90", "LC001 district 91", StringComparison.Ordinal)), overwrite: true);
        Assert.NotEqual(text, (await list.DownloadContentAsync()).Value.Content.ToString());

        School.Ok(await Bureau.DrawAsync(round));
        var failure = await Record.ExceptionAsync(Bureau.WorkAsync);

        Assert.IsType<InvalidDataException>(failure);
        Assert.Equal("Drawing", (await Bureau.GetAsync(Bureau.Path(round), Bureau.First)).Json.GetProperty("status").GetString());
        (await Bureau.PostAsync(round, "publish")).AssertProblem(409, "draw-being-drawn");
    }

    [Fact]
    public async Task Commit_OfAnotherSecret_IsRefusedAndTheFirstOneCounts()
    {
        await Applicants.VerifiedAsync(FamilyPool.Plain);
        var round = await Bureau.PreparedAsync();
        School.Ok(await Bureau.PostAsync(round, "seal"));
        School.Ok(await Bureau.CommitAsync(round));

        var second = await Bureau.PostAsync(round, "commit", new { commitment = Digest.Of("another secret"u8).ToString() });
        var again = await Bureau.CommitAsync(round);

        Assert.Equal(409, second.Status);
        Assert.Equal(200, again.Status);
        School.Ok(await Bureau.DrawAsync(round));
    }

    [Fact]
    public async Task Publish_AgainAndAgain_OffersOnceAndNeverAfterADecline()
    {
        var children = await Applicants.VerifiedAsync(FamilyPool.Plain, FamilyPool.Plain);
        var round = await Bureau.PublishedAsync();
        Assert.Equal(200, (await Applicants.AnswerAsync(children[0], "decline")).Status);

        for (var time = 0; time < 2; time++)
        {
            School.Ok(await Bureau.PostAsync(round, "publish"));
            await Bureau.WorkAsync();
            await Service.Hand.DeliverAsync(nameof(AdvanceRound), new { year = 2026, round, traceParent = (string?)null });
        }

        Assert.Equal("AwaitingCoordination", await Applicants.StatusAsync(children[0]));
        Assert.Equal("Offered", await Applicants.StatusAsync(children[1]));
        foreach (var child in children)
        {
            var history = await Service.Get<ApplicationStore>().HistoryAsync(ApplicationId.Parse(child.Id), CancellationToken.None);
            Assert.Single(history, happened => happened.Kind is ApplicationEventKind.PlaceOffered);
        }
    }

    [Fact]
    public async Task Offers_OfARunThatDiedBeforeItSaidSo_AreNotMadeAgainToWhoDeclined()
    {
        var child = (await Applicants.VerifiedAsync(FamilyPool.Plain))[0];
        var name = new RoundName(2026, await Bureau.PublishedAsync());
        Assert.Equal(200, (await Applicants.AnswerAsync(child, "decline")).Status);
        var round = (await Service.Get<RoundStore>().FindAsync(name, CancellationToken.None))!;

        var (places, decide) = await Service.Get<RoundOffers>().OfAsync(round, CancellationToken.None);
        await Service.Get<OfferWriter>().WriteAsync(places, decide, CancellationToken.None);

        Assert.Single(places);
        Assert.Equal("AwaitingCoordination", await Applicants.StatusAsync(child));
    }

    [Fact]
    public async Task Plan_OfTheNextRound_LeavesOutThePlacesHeld()
    {
        var children = await Applicants.VerifiedAsync(FamilyPool.Plain, FamilyPool.Plain, FamilyPool.Plain);
        foreach (var child in children)
            Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{child.Id}/area", new { zone = "Z0001" })).Status);
        await Bureau.PublishedAsync();
        await Applicants.AnswerAsync(children[0], "confirm");
        await Applicants.AnswerAsync(children[1], "decline");

        var refill = Bureau.Setup("refill-2026");
        await Bureau.PreparedAsync(refill);

        // One confirmed, one offered, one given back.
        Assert.Equal(90 - 2, PlanOf(await ListAsync(refill), "LC001"));
    }

    [Fact]
    public async Task Create_WhileOffersAreBeingMade_IsRefused()
    {
        await Applicants.VerifiedAsync(FamilyPool.Plain);
        var round = await Bureau.DrawnAsync();
        School.Ok(await Bureau.PostAsync(round, "publish"));

        var early = await Bureau.CreateAsync(Bureau.Setup("refill-2026"));
        await Bureau.WorkAsync();
        var late = await Bureau.CreateAsync(Bureau.Setup("refill-2026"));

        early.AssertProblem(409, "round-exists");
        Assert.Equal(202, late.Status);
    }

    [Fact]
    public async Task OpenRow_ArmedForAChangeThatNeverCame_GoesOnceNoneCanCome()
    {
        var nobody = new RoundName(2026, "never-created");
        await Service.Get<OpenRounds>().ArmAsync(nobody, CancellationToken.None);
        await Service.Hand.RunTimerAsync(nameof(ResumeRounds));
        var early = await Service.Stored.RowsAsync(OpenRounds.Table);

        var later = new OpenRounds(Service.Get<StorageClients>(), Service.Get<WorkQueues>(), Service.Get<StepFailures>(), new Ahead(TimeSpan.FromMinutes(16)));
        foreach (var (_, row) in await later.AllAsync(CancellationToken.None))
            await later.DisarmStaleAsync(row, CancellationToken.None);

        Assert.Single(early);
        Assert.Empty(await Service.Stored.RowsAsync(OpenRounds.Table));
    }

    private static int PlanOf(AdmissionList list, string school) => list.Schools.Single(one => one.Code.Value == school).Plan;

    private Task<AdmissionList> ListAsync(JsonObject setup) => Service.Get<RoundFiles>().ListAsync(new RoundName(2026, setup["round"]!.GetValue<string>()), CancellationToken.None);

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
