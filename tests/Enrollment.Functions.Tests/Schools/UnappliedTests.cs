using System.Text.Json;
using Enrollment.DevCluster.Demo;
using Enrollment.Functions.Schools.FollowUps;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Schools;

/// <summary>控辍保学: who of the registered children has not applied, and what was done about it.</summary>
public sealed class UnappliedTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Header = "name,idNumber,zone,guardian,phone";
    private static int _years = 2030;

    private readonly BureauClient _bureau = new(fixture.Service.Http);

    [Fact]
    public async Task List_ChildrenOfTheRegister_AreThoseWithoutALiveApplication()
    {
        var (applies, withdraws, stays) = (fixture.Service.Parent(FamilyPool.Plain), fixture.Service.Parent(FamilyPool.Plain), fixture.Service.Parent(FamilyPool.Plain));
        await applies.ApplyAsync();
        var id = await withdraws.ApplyAsync();
        Assert.Equal(200, (await withdraws.WithdrawAsync(id, (await withdraws.GetAsync(id)).ETag)).Status);

        var uploaded = await UploadAsync(2026, Row(applies.Family), Row(withdraws.Family), Row(stays.Family));
        var listed = await _bureau.GetAsync("bureau/unapplied?year=2026");

        Assert.Equal((200, 3, 3), (uploaded.Status, uploaded.Json.GetProperty("listed").GetInt32(), uploaded.Json.GetProperty("added").GetInt32()));
        var names = listed.Json.GetProperty("children").EnumerateArray().Select(child => child.GetProperty("name").GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(new[] { NameOf(withdraws.Family), NameOf(stays.Family) }.Select(name => name[..1] + "**").Order(StringComparer.Ordinal), names);
        Assert.DoesNotContain(stays.ChildNumber, listed.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", listed.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task FollowUp_StepsAndEvidence_AreKeptInOrder()
    {
        var (year, child) = await OneAsync();

        Ok(await StepAsync(year, child, "RecordNoAnswer", "Call"), "Unreachable");
        Ok(await StepAsync(year, child, "RecordContact", "Visit"), "Contacted");
        Ok(await StepAsync(year, child, "ConfirmElsewhere", "StudentRecordFound"), "EnrolledElsewhere");

        (await StepAsync(year, child, "RecordContact", "Call")).AssertProblem(409, "action-not-possible");
        var view = await _bureau.GetAsync($"bureau/unapplied/{child}?year={year}");
        Assert.Equal(["Unreachable", "Contacted", "EnrolledElsewhere"], view.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("to").GetString()));
        Assert.Equal("bureau-1", view.Json.GetProperty("steps")[0].GetProperty("by").GetString());
    }

    [Theory]
    [InlineData("ConfirmDeferral", "FamilyStated", 422, "unknown-value")]
    [InlineData("MarkApplied", "ApplicationFound", 422, "unknown-value")]
    [InlineData("Reopen", "RecordedInError", 409, "action-not-possible")]
    [InlineData("Forget", "Call", 422, "unknown-value")]
    public async Task FollowUp_StepThatIsNone_IsRefused(string action, string reason, int status, string code)
    {
        var (year, child) = await OneAsync();

        (await StepAsync(year, child, action, reason)).AssertProblem(status, code);
    }

    [Fact]
    public async Task FollowUp_SameStepByManyAtOnce_IsStoredOncePerSuccess()
    {
        var (year, child) = await OneAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StepAsync(year, child, "RecordContact", "Call")));

        var stored = (await _bureau.GetAsync($"bureau/unapplied/{child}?year={year}")).Json.GetProperty("steps").GetArrayLength();
        Assert.Equal(answers.Count(answer => answer.Status == 200), stored);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 412 }));
    }

    [Fact]
    public async Task Upload_Again_KeepsTheFollowUpAndTakesTheNewPhone()
    {
        var (year, family) = (NextYear(), fixture.Service.Families.Next(FamilyPool.Plain));
        await UploadAsync(year, Row(family));
        var child = (await _bureau.GetAsync($"bureau/unapplied?year={year}")).Json.GetProperty("children")[0].GetProperty("child").GetString()!;
        Ok(await StepAsync(year, child, "RecordContact", "Call"), "Contacted");

        var again = await UploadAsync(year, Row(family, phone: "15900000009"));

        Assert.Equal(0, again.Json.GetProperty("added").GetInt32());
        var view = (await _bureau.GetAsync($"bureau/unapplied/{child}?year={year}")).Json;
        Assert.Equal(("Contacted", "15900000009"), (view.GetProperty("state").GetString(), view.GetProperty("phone").GetString()));
    }

    [Fact]
    public async Task Upload_ListWithFaults_TakesNothingAndSaysNobodysName()
    {
        var year = NextYear();
        var family = fixture.Service.Families.Next(FamilyPool.Plain);

        var answer = await UploadAsync(year, Row(family), Row(family), "=cmd(),1,,,", "张明,359901200001010017,Z1,,5");

        answer.AssertProblem(422, "household-list-faulty");
        Assert.Contains("child-twice at idNumber!3", answer.Faults);
        Assert.Contains("formula at name!4", answer.Faults);
        Assert.DoesNotContain(NameOf(family), answer.Text, StringComparison.Ordinal);
        Assert.Empty((await _bureau.GetAsync($"bureau/unapplied?year={year}")).Json.GetProperty("children").EnumerateArray());
    }

    [Fact]
    public async Task Rows_OfTheList_HoldNoPersonInTheClear()
    {
        var family = fixture.Service.Families.Next(FamilyPool.Plain);
        await UploadAsync(NextYear(), Row(family));

        var rows = string.Join('\n', (await fixture.Service.Stored.RowsAsync(FollowUpStore.Table)).Select(row => string.Join(' ', row)));

        Assert.DoesNotContain(NameOf(family), rows, StringComparison.Ordinal);
        Assert.DoesNotContain(NumberOf(family), rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unapplied_ForAnybodyButTheBureau_IsNotThere()
    {
        var (year, child) = await OneAsync();

        (await _bureau.GetAsync($"bureau/unapplied?year={year}", BureauClient.Staff)).AssertProblem(404, "not-found");
        (await _bureau.GetAsync($"bureau/unapplied/{child}?year={year}", BureauClient.Staff)).AssertProblem(404, "not-found");
        (await _bureau.GetAsync($"bureau/unapplied?year={year}", "")).AssertProblem(401, "unauthenticated");
        (await _bureau.PostAsync($"bureau/unapplied?year={year}", Header, "text/csv", BureauClient.Staff)).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("bureau/unapplied", "required")]
    [InlineData("bureau/unapplied?year=twenty", "unknown-value")]
    [InlineData("bureau/unapplied?year=2026&format=pdf", "unknown-value")]
    [InlineData("bureau/unapplied?year=2026&after=x", "unknown-value")]
    [InlineData("bureau/demand", "required")]
    [InlineData("bureau/demand?year=2026&format=pdf", "unknown-value")]
    public async Task Query_ThatIsNone_IsRefused(string path, string code) => (await _bureau.GetAsync(path)).AssertProblem(422, code);

    [Fact]
    public async Task Demand_OfTheSeeds_WarnsSchoolBySchool()
    {
        var json = await _bureau.GetAsync("bureau/demand?year=2027");
        var csv = await _bureau.GetAsync("bureau/demand?year=2027&format=csv");

        Assert.Equal((200, 200), (json.Status, csv.Status));
        var lines = json.Json.GetProperty("schools").EnumerateArray().ToList();
        Assert.Equal(25 * 6, lines.Count);
        Assert.Contains(lines, line => line.GetProperty("level").GetString() == "Red");
        Assert.Equal(25 * 6 + 1, csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        (await _bureau.GetAsync("bureau/demand?year=2027", BureauClient.Staff)).AssertProblem(404, "not-found");
    }

    private static void Ok(HttpAnswer answer, string state)
    {
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(state, answer.Json.GetProperty("state").GetString());
    }

    private static int NextYear() => Interlocked.Increment(ref _years);

    private static string NameOf(DemoFamily family) => family.Form.GetProperty("child").GetProperty("name").GetString()!;

    private static string NumberOf(DemoFamily family) => family.Form.GetProperty("child").GetProperty("documentNumber").GetString()!;

    private static string Row(DemoFamily family, string phone = "15900000001") => $"{NameOf(family)},{NumberOf(family)},Z0001,林明,{phone}";

    private async Task<(int Year, string Child)> OneAsync()
    {
        var year = NextYear();
        await UploadAsync(year, Row(fixture.Service.Families.Next(FamilyPool.Plain)));
        return (year, (await _bureau.GetAsync($"bureau/unapplied?year={year}")).Json.GetProperty("children")[0].GetProperty("child").GetString()!);
    }

    private Task<HttpAnswer> StepAsync(int year, string child, string action, string reason) =>
        _bureau.PostAsync($"bureau/unapplied/{child}?year={year}", JsonSerializer.Serialize(new { action, reason }));

    private Task<HttpAnswer> UploadAsync(int year, params string[] rows) => _bureau.PostAsync($"bureau/unapplied?year={year}", string.Join('\n', rows.Prepend(Header)), "text/csv");
}
