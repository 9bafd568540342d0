using System.Text.Json.Nodes;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>What preparation puts into a round's list: brothers and sisters, sub-orders; what people change afterwards; and whose a case is before it comes so far.</summary>
public sealed class RoundListTests : IAsyncLifetime
{
    private Service? _service;

    private Service Service => _service!;

    private Bureau Bureau => new(Service.Http, Service.Hand);

    private Applicants Applicants => new(Service);

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions());

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Theory]
    [InlineData("twins", "PreDraw")]
    [InlineData("twins", "OverAdmit")]
    [InlineData("siblings-of-one-year", "PreDraw")]
    public async Task Siblings_WhoWishIt_AreOneTicketAndEndTogether(string story, string mode)
    {
        var children = await Applicants.VerifiedAsync(story, story, FamilyPool.Plain);
        foreach (var child in children[..2])
            Assert.Equal(200, (await Applicants.PutAsync(child, "sibling-wish", new { wish = "Together" })).Status);
        var setup = Bureau.Setup();
        setup["bundles"] = mode;

        await Bureau.PublishedAsync(setup);

        var list = await ListAsync(setup);
        Assert.Equal(mode, list.Bundles.ToString());
        Assert.Equal([1, 1], (await Task.WhenAll(children[..2].Select(child => RowAsync(list, child)))).Select(row => row.Bundle));
        Assert.Null((await RowAsync(list, children[2])).Bundle);
        var places = await Task.WhenAll(children[..2].Select(Applicants.PlaceAsync));
        Assert.Equal(places[0].Json.GetProperty("school").GetString(), places[1].Json.GetProperty("school").GetString());
        Assert.Equal(places[0].Json.GetProperty("lot").GetInt32(), places[1].Json.GetProperty("lot").GetInt32());
    }

    [Theory]
    [InlineData("Apart")]
    [InlineData(null)]
    public async Task Siblings_OfWhomOneDoesNotWishIt_AreDrawnSingly(string? other)
    {
        var twins = await Applicants.VerifiedAsync("twins", "twins");
        await Applicants.PutAsync(twins[0], "sibling-wish", new { wish = "Together" });
        if (other is not null)
            await Applicants.PutAsync(twins[1], "sibling-wish", new { wish = other });

        await Bureau.PreparedAsync();

        Assert.All((await ListAsync(Bureau.Setup())).Rows, row => Assert.Null(row.Bundle));
    }

    [Fact]
    public async Task SubOrder_OfTheSetup_IsFedFromTheRegisters()
    {
        var children = await Applicants.VerifiedAsync(FamilyPool.Plain, FamilyPool.Plain);
        await Applicants.RewriteAsync(ApplicationId.Parse(children[0].Id), application => RegisterSays.Settled(application, application.Form.Child.BirthDate.AddMonths(1)));
        await Applicants.RewriteAsync(ApplicationId.Parse(children[1].Id), application => RegisterSays.Settled(application, application.Form.Child.BirthDate.AddYears(3)));
        var setup = OriginalsFirst();

        await Bureau.PublishedAsync(setup);

        var list = await ListAsync(setup);
        Assert.Equal(["original", "others"], list.Groups.Single(group => group.Code == "C1").SubOrders.Single());
        Assert.Equal([0], (await RowAsync(list, children[0])).Levels);
        Assert.Equal([1], (await RowAsync(list, children[1])).Levels);
    }

    [Fact]
    public async Task SubOrder_ThatLeavesSomebodyWithoutALevel_IsRefused()
    {
        var setup = OriginalsFirst();
        setup["groups"]![1]!["subOrders"]![0]!.AsArray().RemoveAt(1);

        Assert.Equal(["unknown-value at $.groups[1].subOrders"], (await Bureau.CreateAsync(setup)).Faults);
    }

    [Fact]
    public async Task Stage_ThatGivesPlacesByHomeToWhoWaitsForCoordination_IsRefused()
    {
        var setup = Bureau.Setup();
        setup["stages"]![1]!["groups"]!.AsArray().Add("coordination");

        Assert.Equal(["unknown-value at $.stages[1].groups"], (await Bureau.CreateAsync(setup)).Faults);
    }

    [Fact]
    public async Task Area_ChangedAfterSealing_ChangesNothingUntilTheRoundIsVoid()
    {
        var child = (await Applicants.VerifiedAsync(FamilyPool.Plain))[0];
        await LiesInAsync(child, "Z0001");
        var round = await Bureau.DrawnAsync();
        var before = await Bureau.GetAsync(Bureau.Path(round, "/record"), Bureau.First);

        await LiesInAsync(child, "Z0002");
        Placement.School.Ok(await Bureau.PostAsync(round, "publish"));
        await Bureau.WorkAsync();
        var first = await Applicants.SchoolAsync(child);
        var after = await Bureau.GetAsync(Bureau.Path(round, "/record"));
        await Bureau.VoidAsync(round);
        var other = Bureau.Setup();
        other["round"] = "main-2026-2";
        await Bureau.PublishedAsync(other);

        Assert.Equal(before.Text, after.Text);
        Assert.Equal("LC001", first);
        Assert.Equal("LC002", await Applicants.SchoolAsync(child));
    }

    [Fact]
    public async Task Child_WithALiveApplicationAtTheCity_HasNoSecondOneInTheDistrict()
    {
        var desk = new ReviewDesk(Service);
        var (parent, id) = await desk.CaseAsync();
        ReviewDesk.Ok(await desk.ClaimAsync(id, ReviewDesk.Ann));
        ReviewDesk.Ok(await desk.TransferAsync(id, new { to = "Municipal", reason = "MunicipalArea", note = "市直片区" }, ReviewDesk.Ann, await desk.VersionAsync(id, ReviewDesk.Ann)));
        parent.Form["guardian"]!["phone"] = "13900000001";

        var second = await parent.SubmitAsync();

        Assert.True(second.Status is 409, $"{second.Status}: {second.Text}");
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }

    [Fact]
    public async Task Place_OfAnApplicationVoided_IsFreeForTheRefill()
    {
        var child = (await Applicants.VerifiedAsync(FamilyPool.Plain))[0];
        await LiesInAsync(child, "Z0003");
        await Bureau.PublishedAsync();
        var desk = new ReviewDesk(Service);
        ReviewDesk.Ok(await desk.ActAsync(child.Id, new { kind = "ProposeVoid", reason = "FalsePapers", note = "证件系伪造" }, ReviewDesk.Ann));
        ReviewDesk.Ok(await desk.ActAsync(child.Id, new { kind = "ConfirmVoid" }, ReviewDesk.Ben));

        var refill = Bureau.Setup("refill-2026");
        await Bureau.PublishedAsync(refill);

        Assert.Equal(60, (await ListAsync(refill)).Schools.Single(school => school.Code.Value == "LC003").Plan);
        Assert.Equal(("Offered", "refill-2026"), (await Applicants.StatusAsync(child), (await Applicants.PlaceAsync(child)).Json.GetProperty("round").GetString()));
    }

    [Fact]
    public async Task Round_PreparedWhileAVoidOneTakesItsOffersBack_WaitsForIt()
    {
        var children = await Applicants.VerifiedAsync(FamilyPool.Plain, FamilyPool.Plain);
        var round = await Bureau.PublishedAsync();
        Placement.School.Ok(await Bureau.PostAsync(round, "void", new { reason = "A zone was entered wrongly." }));
        Placement.School.Ok(await Bureau.PostAsync(round, "void/confirm", token: Bureau.Second));
        await Service.Stored.ClearAsync(AdmissionNames.Queue);
        var other = Bureau.Setup();
        other["round"] = "main-2026-2";

        Assert.Equal(202, (await Bureau.CreateAsync(other)).Status);
        await Bureau.WorkAsync();
        var early = await Bureau.GetAsync(Bureau.Path("main-2026-2", "/preview"), Bureau.First);
        await Service.Hand.RunTimerAsync(nameof(ResumeRounds));
        await Bureau.WorkAsync();
        await Service.Hand.RunTimerAsync(nameof(ResumeRounds));
        await Bureau.WorkAsync();

        early.AssertProblem(409, "round-not-prepared");
        Assert.Equal(children.Length, (await ListAsync(other)).Rows.Count);
    }

    [Fact]
    public async Task Case_InASingleSchoolZone_IsItsSchoolsToLookAtFirst()
    {
        var desk = new ReviewDesk(Service);
        var (parent, id) = await desk.CaseAsync();
        var school = (await desk.OpenAsync(id, ReviewDesk.Ann)).Json.GetProperty("school").GetString();

        Assert.NotNull(school);
        var own = ReviewDesk.Token("principal", authority: null, school: school);
        var foreign = ReviewDesk.Token("principal-2", authority: null, school: school == "LC001" ? "LC002" : "LC001");
        Assert.Contains(id, (await desk.ListAsync("?limit=100", own)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await desk.ListAsync("?limit=100", foreign)).Text, StringComparison.Ordinal);
        _ = parent;
    }

    [Fact]
    public async Task Case_WhereNoListSaysTheZone_IsTheBureaus()
    {
        var desk = new ReviewDesk(Service);
        var parent = Service.Parent("share-one-half");
        parent.Form["residence"]!["address"] = "福建省泉州市鲤城区不在册路9999号";
        var id = await parent.ApplyAsync();
        await Service.Hand.DrainAsync();

        Assert.Null((await Applicants.StoredAsync(new Applicant(parent, id))).School);
        await LiesInAsync(new Applicant(parent, id), "Z0003");
        Assert.Equal("LC003", (await Applicants.StoredAsync(new Applicant(parent, id))).School);
    }

    private static JsonObject OriginalsFirst()
    {
        var setup = Bureau.Setup();
        setup["groups"]![1]!["subOrders"] = JsonNode.Parse("""[[{"code":"original","rule":"RB"},{"code":"others"}]]""");
        return setup;
    }

    private async Task LiesInAsync(Applicant family, string zone) =>
        Assert.Equal(204, (await Bureau.PutAsync($"api/admission/applications/{family.Id}/area", new { zone })).Status);

    private Task<AdmissionList> ListAsync(JsonObject setup) => Service.Get<RoundFiles>().ListAsync(new RoundName(2026, setup["round"]!.GetValue<string>()), CancellationToken.None);

    private async Task<AdmissionRow> RowAsync(AdmissionList list, Applicant child)
    {
        var round = (await Service.Get<RoundStore>().FindAsync(new RoundName(2026, list.Round), CancellationToken.None))!;
        var ticket = PrepareStep.TicketOf(round, ApplicationId.Parse(child.Id));
        return list.Rows.Single(row => row.Ticket == ticket);
    }
}
