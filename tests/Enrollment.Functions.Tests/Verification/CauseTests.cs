using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Domain.Verification;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Tests.Applications.Correcting;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>
/// Each of the causes for which a check fails in real life (DOMAIN.md 1.8), from the form to its end over HTTP: how the case stands, what the
/// parent is told, which office can correct which record, and how it is resolved.
/// </summary>
public sealed class CauseTests(CauseFixture fixture) : IClassFixture<CauseFixture>
{
    private readonly Service _service = fixture.Service;

    [Theory]
    [InlineData("wrong certificate number", "wrong-certificate-typed", "Verified", "Property Mismatch $.property.certificateNo", "", "", nameof(Resolution.Nothing))]
    [InlineData("wrong household number", "wrong-household-number-typed", "Verified", "Police Mismatch $.household.householdNo", "", "", nameof(Resolution.Nothing))]
    [InlineData("address mistyped", "wrong-address-typed", "CorrectionRequested", "Property Mismatch $.residence.address", "R4 NoHomeAtRegisteredAddress|R4 ResidenceDiffers", "RealEstateRegistry Home|Parent Form", nameof(Resolution.ParentCorrects))]
    [InlineData("wrong deed type chosen", "consistent-grandparents-home", "Verified", "Property Mismatch $.property.ownership", "", "", nameof(Resolution.Nothing), true)]
    [InlineData("not a home: shop or office", "commercial-home", "CorrectionRequested", "Property Match ", "R4 HomeNotResidential", "RealEstateRegistry Home", nameof(Resolution.PapersAndPerson))]
    [InlineData("self-built or resettled home", "register-without-property", "CorrectionRequested", "Property NotFound ", "", "", nameof(Resolution.PapersAndPerson), true)]
    [InlineData("tenancy without its invoice", "tenancy-without-invoice", "CorrectionRequested", "Property Match ", "R7T InvoiceMissing", "TaxOffice RentInvoice", nameof(Resolution.PapersAndPerson))]
    [InlineData("insurance gap", "migrant-insurance-gap", "UnderReview", "SocialSecurity Match ", "R8 InsuredTooShort", "SocialSecurityOffice Insurance", nameof(Resolution.OfficeCorrects))]
    [InlineData("the parent is right, the population register is not", "child-not-in-population-register", "CorrectionRequested", "Police NotFound ", "RI NothingFound", "PoliceStation Population", nameof(Resolution.PapersAndPerson))]
    [InlineData("the parent is right, the property register is not", "home-not-found", "CorrectionRequested", "Property NotFound ", "R4 NothingFound", "RealEstateRegistry Home", nameof(Resolution.PapersAndPerson))]
    [InlineData("two registers disagree", "two-households", "CorrectionRequested", "Police ManualReview ", "R2 SeveralHouseholds", "PoliceStation Household", nameof(Resolution.PapersAndPerson))]
    [InlineData("the federation's card has expired", "disability-card-expired", "CorrectionRequested", "DisabledPersons Match ", "RF ", "", nameof(Resolution.PapersAndPerson))]
    [InlineData("provider down", "property-unavailable", "UnderReview", "Property SourceUnavailable ", "R4 SourceUnavailable", "", nameof(Resolution.DepartmentComesBack))]
    [InlineData("provider slow", "callback-never-came-once", "Verifying", " Pending ", "", "", nameof(Resolution.IsAskedAgain))]
    [InlineData("child on the grandparents' book", "consistent-grandparents-home", "Verified", "Police Match ", "", "", nameof(Resolution.Nothing))]
    [InlineData("on the grandparents' book, and no register knows the parent", "guardianship-not-found", "CorrectionRequested", "CivilAffairs NotFound ", "RG NothingFound", "CivilAffairsOffice Guardianship", nameof(Resolution.PapersAndPerson))]
    public async Task Cause_FromTheFormToItsEnd_IsToldExplainedAndResolved(string cause, string story, string status, string check, string found, string office, string resolution, bool otherwiseFilledIn = false)
    {
        var parent = _service.Parent(story);
        if (otherwiseFilledIn)
            FillIn(parent.Form, story);

        var id = await parent.ApplyAsync();
        await WorkAsync(status);

        var application = (await parent.GetAsync(id)).Json;
        var explained = (await parent.ExplainAsync(id, "en")).Json;
        Assert.True(application.GetProperty("status").GetString() == status, $"{cause}: {application}");
        Assert.Contains(ChecksIn(application), line => line.Contains(check, StringComparison.Ordinal));
        AssertAny(found, RulesIn(explained), explained);
        AssertAny(office, OfficesIn(explained), explained);
        Assert.NotEmpty(explained.GetProperty("summary").GetString()!);
        await AssertEvidenceIsKeptAsync(id, application);
        await ResolveAsync(Enum.Parse<Resolution>(resolution), parent, id);
        var resolved = (await parent.GetAsync(id)).Json;
        Assert.True(resolved.GetProperty("status").GetString() == "Verified", $"{cause}: {resolved}");
        Assert.Equal(parent.Form["category"]!.GetValue<string>(), resolved.GetProperty("establishedCategory").GetProperty("name").GetString());
        Assert.Empty((await parent.ExplainAsync(id)).Json.GetProperty("corrections").EnumerateArray());
        Assert.Empty(await _service.Stored.DueAsync(id));
    }

    /// <summary>One person a row: two names in one field are refused with the field's path, before anything is submitted.</summary>
    [Theory]
    [InlineData("陈志伟、林雅婷")]
    [InlineData("陈志伟,林雅婷")]
    [InlineData("陈志伟;林雅婷")]
    public async Task Cause_SeveralPeopleInOneField_IsAHintBeforeItIsTaken(string names)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        parent.Form["otherGuardian"]!["name"] = names;

        var answer = await parent.SubmitAsync();

        Assert.Equal(422, answer.Status);
        Assert.Equal(["forbidden-characters at $.otherGuardian.name"], answer.Faults);
        Assert.Empty((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }

    /// <summary>The prefill looks a child up in the parent's own household; a child on the grandparents' book is entered by hand.</summary>
    [Fact]
    public async Task Cause_ChildOnTheGrandparentsBook_IsNotInThePrefilledFormAndMayBeEnteredByHand()
    {
        var parent = _service.Parent("on-grandparents-book-without-property");

        var form = Assert.Single((await _service.PrefillAsync(parent)).Json.GetProperty("forms").EnumerateArray());
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();

        Assert.Contains("$.child", form.GetProperty("missing").EnumerateArray().Select(missing => missing.GetProperty("path").GetString()));
        Assert.Equal("Verified", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    private static void FillIn(JsonObject form, string story)
    {
        if (story == "register-without-property")
            form["category"] = "Relocated";
        else
            form["property"]!["ownership"] = "Parents";
    }

    private async Task WorkAsync(string status)
    {
        await _service.Hand.DrainAsync();
        // Half an hour of a department that nobody reaches.
        if (status == "UnderReview")
            await LetPassAsync(TimeSpan.FromMinutes(31));
    }

    private async Task LetPassAsync(TimeSpan time)
    {
        fixture.Clock.Advance(time);
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();
    }

    private Task ResolveAsync(Resolution resolution, Parent parent, string id) => resolution switch
    {
        Resolution.Nothing => Task.CompletedTask,
        Resolution.ParentCorrects => CorrectAsync(parent, id),
        Resolution.PapersAndPerson => BringPapersAsync(parent, id),
        Resolution.OfficeCorrects => EstablishAsync(parent, id, "OfficeCorrected"),
        Resolution.DepartmentComesBack => ComeBackAsync(parent),
        Resolution.IsAskedAgain => LetPassAsync(TimeSpan.FromHours(49)),
        _ => throw new ArgumentOutOfRangeException(nameof(resolution)),
    };

    // What was mistyped is put right, and what hangs on it is judged at once.
    private async Task CorrectAsync(Parent parent, string id)
    {
        var right = parent.Form["household"]!["address"]!.GetValue<string>().Replace("1室", "室", StringComparison.Ordinal);
        ReviewDesk.Ok(await new Corrections(_service.Http, parent, id).ResubmitAsync(new
        {
            corrected = new { residence = new { address = right }, household = new { address = right, householdNo = (string?)null } },
        }));
    }

    private async Task BringPapersAsync(Parent parent, string id)
    {
        var corrections = new Corrections(_service.Http, parent, id);
        var papers = new List<object>();
        foreach (var defect in (await corrections.ReadAsync()).GetProperty("correction").GetProperty("defects").EnumerateArray())
        {
            var file = await corrections.UploadedAsync(defect.GetProperty("papers")[0].GetProperty("id").GetString()!, "image/jpeg", SomePictures.Jpeg);
            papers.Add(new { defect = defect.GetProperty("id").GetString(), files = new[] { file } });
        }
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);
        ReviewDesk.Ok(await corrections.ResubmitAsync(new { papers }));
        await EstablishAsync(parent, id, "PapersProve");
    }

    private async Task EstablishAsync(Parent parent, string id, string reason) => ReviewDesk.Ok(
        await new ReviewDesk(_service).ActAsync(id, new { kind = "Establish", category = parent.Form["category"]!.GetValue<string>(), reason }, ReviewDesk.Ann));

    private async Task ComeBackAsync(Parent parent)
    {
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "Answer" }, parent.ChildNumber);
        await LetPassAsync(TimeSpan.FromMinutes(16));
        await LetPassAsync(TimeSpan.FromMinutes(16));
    }

    // Whoever decides sees what each register said, and as of when, beside what the parent says.
    private async Task AssertEvidenceIsKeptAsync(string id, JsonElement application)
    {
        if (application.GetProperty("status").GetString() is not ("UnderReview" or "CorrectionRequested"))
            return;
        var registers = (await new ReviewDesk(_service).OpenAsync(id, ReviewDesk.Ann)).Json.GetProperty("registers").EnumerateArray()
            .Select(register => $"{register.GetProperty("department").GetString()} {register.GetProperty("status").GetString()}");
        Assert.Equal(application.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("department").GetString()} {check.GetProperty("status").GetString()}"), registers);
    }

    private static void AssertAny(string expected, IReadOnlyList<string> seen, JsonElement explained)
    {
        if (expected.Length == 0)
            Assert.DoesNotContain(seen, line => line.Contains("Needed", StringComparison.Ordinal));
        else
            Assert.True(expected.Split('|').Any(one => seen.Any(line => line.StartsWith(one, StringComparison.Ordinal))), $"{expected} is not among {string.Join(", ", seen)} of {explained}");
    }

    private static List<string> ChecksIn(JsonElement application) => [.. application.GetProperty("checks").EnumerateArray().Select(check =>
        $"{check.GetProperty("department").GetString()} {check.GetProperty("status").GetString()} {string.Join(' ', check.GetProperty("fields").EnumerateArray().Select(field => field.GetString()))}")];

    private static List<string> RulesIn(JsonElement explained) => [.. explained.GetProperty("rules").EnumerateArray()
        .Where(rule => rule.GetProperty("result").GetString() != "Satisfied").Select(rule => $"{rule.GetProperty("id").GetString()} {rule.GetProperty("reason").GetString()}")];

    private static List<string> OfficesIn(JsonElement explained) => [.. explained.GetProperty("corrections").EnumerateArray()
        .Select(correction => $"{correction.GetProperty("office").GetString()} {correction.GetProperty("record").GetString()} {correction.GetProperty("certainty").GetString()}")];

    private enum Resolution
    {
        Nothing,
        ParentCorrects,
        PapersAndPerson,
        OfficeCorrects,
        DepartmentComesBack,
        IsAskedAgain,
    }
}

/// <summary>A service whose clock the class holds in its hand, open to every category on every day.</summary>
public sealed class CauseFixture : IAsyncLifetime
{
    private Service? _service;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 1, 0, 0, TimeSpan.Zero));

    internal Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Clock = Clock,
        Settings = new Dictionary<string, string>(ServiceFixture.HandHeld, StringComparer.Ordinal) { ["Submission:EveryDayIsOpen"] = "true" },
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
