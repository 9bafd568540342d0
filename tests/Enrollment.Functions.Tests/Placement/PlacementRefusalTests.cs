using System.Globalization;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class PlacementRefusalTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Create_RosterWithFaults_NamesEachWithItsPlace_AndTakesNothing()
    {
        var school = NewSchool();

        var answer = await school.CreateAsync(csv: "报名号,姓名,性别,出生日期\nT1,=cmd,男,2013-10-01\nT2,陈志明,未知,2013-13-01\nT2,林丽,女,2013-10-02\n");

        answer.AssertProblem(422, "roster-faulty");
        Assert.Equal(["formula at Pupils!B2", "unknown-value at Pupils!C3", "not-a-date at Pupils!D3", "ticket-twice at Pupils!A4"], answer.Faults);
        Assert.DoesNotContain("陈志明", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await school.GetAsync($"api/schools/{school.Code}/placements", school.Staff)).Json.GetProperty("placements").EnumerateArray());
    }

    [Theory]
    [InlineData("", "required at ?year")]
    [InlineData("year=26&classes=3", "unknown-value at ?year")]
    [InlineData("year=2026&classes=0", "unknown-value at ?classes")]
    [InlineData("year=2026&classes=3&specialNeedsCap=4", "unknown-value at ?specialNeedsCap")]
    [InlineData("year=2026&classes=3&mode=1", "unknown-value at ?mode")]
    [InlineData("year=2026&classes=3&seed=1", "unknown-field at ?seed")]
    public async Task Create_QueryThatIsNotTheContracts_IsRefused(string query, string fault) =>
        Assert.Contains(fault, (await NewSchool().CreateAsync(query)).Faults);

    [Fact]
    public async Task Create_RulesThatContradict_AreRefusedBeforeAnythingIsSealed()
    {
        // Four of one name in three classes.
        var csv = "报名号,姓名,性别,出生日期\n" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"T{i},{(i <= 4 ? "王伟" : School.NameOf(i * 7))},男,2013-10-01\n")));

        var answer = await NewSchool().CreateAsync(csv: csv);

        answer.AssertProblem(422, "rules-conflict");
        Assert.Equal(["apart-set-too-large at rules"], answer.Faults);
        Assert.Contains("须两两分班的4人多于3个班（须分班：T1、T2、T3、T4）", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王伟", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_ByWhoeverMayNot_AreAnsweredAsIfNothingWereThere()
    {
        var (school, other) = (NewSchool(), NewSchool());
        var run = await school.CreatedAsync();
        School.Ok(await school.PostAsync(run, "seal"));

        (await school.PostAsync(run, "commit", new { }, token: "nonsense")).AssertProblem(401, "unauthenticated");
        (await school.PostAsync(run, "commit", new { }, token: school.Staff)).AssertProblem(404, "not-found");
        (await school.PostAsync(run, "seal", token: other.Staff)).AssertProblem(404, "not-found");
        (await school.CreateAsync(token: other.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, "/lists"))).AssertProblem(401, "unauthenticated");
        (await school.GetAsync(school.Path(run, "/lists"), other.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, "/record"))).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path("run0000000000000000"))).AssertProblem(404, "not-found");
        (await school.GetAsync($"api/schools/{school.Code}/placements/live-2026")).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("commit", """{"commitment":"12"}""", "digest-malformed")]
    [InlineData("draw", """{"secret":"zz","entropy":"123"}""", "validation-failed")]
    [InlineData("draw", """{"secret":""", "malformed-json")]
    [InlineData("void", """{"reason":" "}""", "required")]
    public async Task Actions_WithABodyThatIsNotTheContracts_AreRefused(string action, string body, string code)
    {
        var school = NewSchool();
        var run = await school.CreatedAsync();

        var answer = await school.PostRawAsync(run, action, body);

        Assert.Equal(code, answer.Code);
        Assert.InRange(answer.Status, 400, 422);
    }

    [Fact]
    public async Task Published_ShowsNobodyANameATicketOrARecordNumber()
    {
        var school = NewSchool();
        var csv = School.Roster(36).Replace("报名号", "报名号,学籍号", StringComparison.Ordinal).Replace("\nT", "\nCANARY-T", StringComparison.Ordinal);
        csv = string.Join('\n', csv.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : line.Insert(line.IndexOf(',', StringComparison.Ordinal), ",")));

        var run = await school.PublishedAsync(csv: csv);

        foreach (var path in new[] { "", "/record", "/posting", "/posting?format=csv" })
        {
            var answer = await school.GetAsync(school.Path(run, path));
            Assert.Equal(200, answer.Status);
            Assert.DoesNotContain("CANARY", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(School.NameOf(3), answer.Text, StringComparison.Ordinal);
        }
        foreach (var stored in await fixture.Service.Stored.EverythingAsync(PlacementNames.Table, PlacementNames.Container))
        {
            Assert.DoesNotContain("CANARY", stored, StringComparison.Ordinal);
            Assert.DoesNotContain(School.NameOf(3), stored, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("CANARY", string.Concat(fixture.Service.Logs.Lines.Select(line => line.Text)), StringComparison.Ordinal);
    }

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-R{Interlocked.Increment(ref _schools):000}");
}
