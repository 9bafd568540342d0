using System.Text.Json;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.DryRuns;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Applications.DryRuns;

public sealed class DryRunTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    // Residents apply; migrants do in four days.
    private static readonly DateTimeOffset FirstDay = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task DryRun_BeforeTheWindow_SaysWhatWouldBeEstablished_AndClaimsNothing()
    {
        await using var service = await Service.StartAsync(new ServiceOptions { Clock = new FakeTimeProvider(FirstDay), Settings = ServiceFixture.HandHeld });
        var parent = service.Parent("migrant-permit-and-work");
        var traces = await service.Stored.SubmissionTracesAsync();

        var answer = await service.CallAsync(parent, "POST", "dry-runs", $$$"""{"form":{{{parent.Form.ToJsonString()}}}}""");

        (await parent.SubmitAsync()).AssertProblem(409, "window-not-open");
        Assert.True(answer.Status == 201, answer.Text);
        Assert.Equal("Complete", answer.Json.GetProperty("status").GetString());
        Assert.Equal("Established", answer.Json.GetProperty("outcome").GetProperty("kind").GetString());
        Assert.Equal("MigrantChild", answer.Json.GetProperty("outcome").GetProperty("category").GetProperty("name").GetString());
        Assert.Empty(answer.Json.GetProperty("corrections").EnumerateArray());
        Assert.Equal(traces, await service.Stored.SubmissionTracesAsync());
    }

    [Theory]
    [InlineData("home-not-found", "RealEstateRegistry", "Home", "Needed")]
    [InlineData("child-name-mistyped", "PoliceStation", "Population", "Needed")]
    [InlineData("guardianship-not-found", "CivilAffairsOffice", "Guardianship", "Needed")]
    [InlineData("residence-elsewhere", "Parent", "Form", "Needed")]
    [InlineData("settled-on-1-march", "PoliceStation", "Household", "OnlyIfWrong")]
    [InlineData("share-one-half", "RealEstateRegistry", "Home", "OnlyIfWrong")]
    [InlineData("migrant-insured-11-months", "SocialSecurityOffice", "Insurance", "OnlyIfWrong")]
    [InlineData("permit-not-found", "PoliceStation", "ResidencePermit", "Needed")]
    [InlineData("permit-cancelled", "PoliceStation", "ResidencePermit", "OnlyIfWrong")]
    [InlineData("tenancy-not-found", "HousingOffice", "Tenancy", "Needed")]
    [InlineData("tenancy-without-invoice", "TaxOffice", "RentInvoice", "Needed")]
    [InlineData("two-households", "PoliceStation", "Household", "Needed")]
    public async Task DryRun_RecordThatStandsInTheWay_NamesTheOfficeThatCanCorrectIt(string story, string office, string record, string certainty)
    {
        var answer = await TryAsync(_service.Parent(story));

        Assert.True(answer.Status == 201, answer.Text);
        Assert.Contains((office, record, certainty), answer.Json.GetProperty("corrections").EnumerateArray()
            .Select(correction => (correction.GetProperty("office").GetString()!, correction.GetProperty("record").GetString()!, correction.GetProperty("certainty").GetString()!)));
        Assert.All(answer.Json.GetProperty("corrections").EnumerateArray(), correction => Assert.NotEmpty(correction.GetProperty("ask").GetString()!));
    }

    [Fact]
    public async Task DryRun_OfADraft_TriesItsContent_AndNobodyElsesDraft()
    {
        var (parent, stranger) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));
        var draft = (await _service.CallAsync(parent, "POST", "drafts", parent.Without("statementAccepted"))).Json.GetProperty("id").GetString();

        var answer = await _service.CallAsync(parent, "POST", "dry-runs", $$"""{"draftId":"{{draft}}"}""");
        var others = await _service.CallAsync(stranger, "POST", "dry-runs", $$"""{"draftId":"{{draft}}"}""");

        Assert.True(answer.Status == 201, answer.Text);
        Assert.Equal("Established", answer.Json.GetProperty("outcome").GetProperty("kind").GetString());
        others.AssertProblem(404, "not-found");
        (await _service.CallAsync(stranger, "GET", $"dry-runs/{answer.Json.GetProperty("id").GetString()}")).AssertProblem(404, "not-found");
        (await _service.CallAsync(stranger, "GET", "dry-runs/nonsense")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task DryRun_DepartmentDown_IsPartial_AndASecondLookAsksOnlyIt()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.CivilAffairs, new { kind = "Unavailable", times = 1 }, parent.ChildNumber);

        var partial = await TryAsync(parent);
        var (police, civil) = (await _service.AskedAsync("police"), await _service.AskedAsync("civil-affairs"));
        fixture.Clock.Advance(TimeSpan.FromSeconds(15));
        var complete = await _service.CallAsync(parent, "GET", $"dry-runs/{partial.Json.GetProperty("id").GetString()}");

        Assert.Equal(("Partial", JsonValueKind.Null), (partial.Json.GetProperty("status").GetString(), partial.Json.GetProperty("outcome").ValueKind));
        Assert.Equal("Complete", complete.Json.GetProperty("status").GetString());
        Assert.Equal("Established", complete.Json.GetProperty("outcome").GetProperty("kind").GetString());
        Assert.Equal((police, civil + 1), (await _service.AskedAsync("police"), await _service.AskedAsync("civil-affairs")));
    }

    [Fact]
    public async Task DryRun_SentAgain_IsTheSameAndAsksNobody_AsAfterALostAnswer()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await TryAsync(parent);
        var asked = await _service.AskedAsync("police");

        var again = await TryAsync(parent);

        Assert.Equal(first.Json.GetProperty("id").GetString(), again.Json.GetProperty("id").GetString());
        Assert.Equal(asked, await _service.AskedAsync("police"));
        Assert.Single(await OwnRowsAsync(first));
    }

    [Fact]
    public async Task DryRun_MoreThanTheDayAllows_Is429UntilTomorrow()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var answers = new List<HttpAnswer>();
        for (var number = 0; number < 6; number++)
        {
            parent.Form["guardian"]!["phone"] = $"1380000000{number}";
            answers.Add(await TryAsync(parent));
        }

        Assert.All(answers.Take(5), answer => Assert.Equal(201, answer.Status));
        answers[5].AssertProblem(429, "too-many-dry-runs");
        Assert.InRange(int.Parse(answers[5].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 86_400);
        Assert.Equal(200, (await _service.CallAsync(parent, "GET", $"dry-runs/{answers[0].Json.GetProperty("id").GetString()}")).Status);
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(201, (await TryAsync(parent)).Status);
    }

    [Theory]
    [InlineData("{}", 422, "required")]
    [InlineData("""{"form":null}""", 422, "required")]
    [InlineData("""{"form":{},"draftId":"x"}""", 400, "unknown-field")]
    [InlineData("""{"draftId":"x"}""", 404, "not-found")]
    [InlineData("""{"form":[]}""", 400, "wrong-type")]
    [InlineData("""{"forms":{}}""", 400, "unknown-field")]
    [InlineData("", 400, "malformed-json")]
    [InlineData("""{"form":{}}""", 422, "validation-failed")]
    public async Task DryRun_HostileBody_IsRefusedAndAsksNobody(string body, int status, string code)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var asked = await _service.AskedAsync("police");

        (await _service.CallAsync(parent, "POST", "dry-runs", body)).AssertProblem(status, code);

        Assert.Equal(asked, await _service.AskedAsync("police"));
    }

    [Fact]
    public async Task DryRun_SomebodyElsesForm_IsRefused()
    {
        var (parent, other) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));

        var answer = await _service.CallAsync(parent, "POST", "dry-runs", $$$"""{"form":{{{other.Form.ToJsonString()}}}}""");

        answer.AssertProblem(422, "guardian-is-not-caller");
        Assert.Equal(["guardian-is-not-caller at $.form.guardian.documentNumber"], answer.Faults);
    }

    [Fact]
    public async Task DryRun_Expired_IsGoneWithItsAnswers_AndAReceiptIsLeft()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = (await TryAsync(parent)).Json.GetProperty("id").GetString()!;

        fixture.Clock.Advance(TimeSpan.FromDays(31));
        (await _service.CallAsync(parent, "GET", $"dry-runs/{id}")).AssertProblem(404, "not-found");
        await _service.Hand.RunTimerAsync(nameof(DeleteExpired));

        Assert.DoesNotContain(await _service.Stored.RowsAsync(DryRunStore.Table), row => row.GetString(DryRunStore.IdColumn) == id);
        Assert.Empty(await _service.Stored.RowsAsync(LookupRow.Table, id));
        Assert.Contains(await _service.Stored.RowsAsync(DeletionReceipts.Table), row => row.RowKey == id);
    }

    [Fact]
    public async Task DryRun_Kept_NamesNobody()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await TryAsync(parent);

        var rows = (await _service.Stored.RowsAsync(DryRunStore.Table)).Concat(await _service.Stored.RowsAsync(LookupRow.Table));

        Canaries.AssertNobodyIn(string.Join('\n', rows.Select(row => string.Join(' ', row))), [parent.Family]);
        Canaries.AssertNobodyIn(string.Join('\n', _service.Logs.Lines), [parent.Family]);
    }

    private async Task<IReadOnlyList<Azure.Data.Tables.TableEntity>> OwnRowsAsync(HttpAnswer run) =>
        [.. (await _service.Stored.RowsAsync(DryRunStore.Table)).Where(row => row.GetString(DryRunStore.IdColumn) == run.Json.GetProperty("id").GetString())];

    private Task<HttpAnswer> TryAsync(Parent parent) => _service.CallAsync(parent, "POST", "dry-runs", $$$"""{"form":{{{parent.Form.ToJsonString()}}}}""");
}
