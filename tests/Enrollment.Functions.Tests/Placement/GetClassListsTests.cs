using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class GetClassListsTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Lists_AsJson_ShowLateJoinersByRowCodeInTheirClass()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await school.JoinLateAsync(run, "LATE-1", number: 1);

        var answer = await school.GetAsync(school.Path(run, "/lists?format=json"), school.Staff);

        var (late, others) = Split(answer);
        var placed = (await school.GetAsync(school.Path(run))).Json.GetProperty("late")[0];
        Assert.Equal(36, others.Count);
        Assert.Equal(placed.GetProperty("row").GetString(), late.GetProperty("row").GetString());
        Assert.Equal(placed.GetProperty("class").GetInt32(), late.GetProperty("class").GetInt32());
        Assert.Equal("null null 男", $"{late.GetProperty("name")}null {late.GetProperty("ticketId")}null {late.GetProperty("sex").GetString()}");
        Assert.DoesNotContain("LATE-1", answer.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Lists_AsCsv_StartWithAByteOrderMark_AndMarkLateJoiners()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await school.JoinLateAsync(run, "LATE-1", number: 1);

        var bytes = await school.DownloadAsync(school.Path(run, "/lists?format=csv"), school.Staff);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")[..^1];
        Assert.Equal("班级,教师团队,报名号,姓名,性别,凭证号,备注", lines[0]);
        Assert.Equal(1 + 36 + 1, lines.Length);
        Assert.Single(lines, line => line.EndsWith(",插班", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_AsXlsx_AreAValidWorkbookWithTheSignaturePage()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        var state = (await school.GetAsync(school.Path(run))).Json;

        var bytes = await school.DownloadAsync(school.Path(run, "/lists?format=xlsx"), school.Staff);

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Equal(["班级名单", "张榜名单", "均衡报告", "签字页"], document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var signature = TextsOf(document, "签字页");
        Assert.All(["sha256", "sm3", "commitment", "entropy", "resultSha256"], fact => Assert.Contains(state.GetProperty(fact).GetString(), signature));
        Assert.Contains(School.NameOf(3), TextsOf(document, "班级名单"));
        Assert.DoesNotContain(School.NameOf(3), TextsOf(document, "张榜名单"));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)")]
    [InlineData("龙😀马")]
    [InlineData("\u202Eمحمد بن سلمان")]
    [InlineData("买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买买")]
    public async Task Lists_HostileNameInStorage_IsAnInertTextInEveryFormat(string name)
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await RenameAsync(school, run, School.NameOf(3), name);

        var json = await school.GetAsync(school.Path(run, "/lists"), school.Staff);
        var csv = await school.GetAsync(school.Path(run, "/lists?format=csv"), school.Staff);
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(await school.DownloadAsync(school.Path(run, "/lists?format=xlsx"), school.Staff)), isEditable: false);

        Assert.Contains(name, json.Json.GetProperty("pupils").EnumerateArray().Select(pupil => pupil.GetProperty("name").GetString()));
        Assert.Contains(name[0] is '=' or '@' ? $",'{name}," : $",{name},", csv.Text, StringComparison.Ordinal);
        Assert.Contains(name, TextsOf(document, "班级名单"));
        Assert.All(document.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>()));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("XLSX")]
    [InlineData("")]
    [InlineData("csv&format=json")]
    [InlineData("../../etc")]
    public async Task Lists_InAFormatThatIsNotOffered_AreRefused(string format)
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var answer = await school.GetAsync(school.Path(run, $"/lists?format={format}"), school.Staff);

        answer.AssertProblem(422, "unknown-value");
        Assert.Equal(["unknown-value at ?format"], answer.Faults);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Lists_InAnyFormat_AreForStaffOfTheSchoolAndOnceDrawn(string format)
    {
        var (school, other) = (NewSchool(), NewSchool());
        var run = await school.DrawingAsync();
        var path = school.Path(run, $"/lists?format={format}");

        (await school.GetAsync(path, school.Staff)).AssertProblem(409, "draw-not-drawn");
        (await school.GetAsync(path)).AssertProblem(401, "unauthenticated");
        (await school.GetAsync(path, other.Staff)).AssertProblem(404, "not-found");
    }

    private static (System.Text.Json.JsonElement Late, List<System.Text.Json.JsonElement> Others) Split(HttpAnswer answer)
    {
        var pupils = answer.Json.GetProperty("pupils").EnumerateArray().ToList();
        return (pupils.Single(pupil => pupil.GetProperty("late").GetBoolean()), pupils.FindAll(pupil => !pupil.GetProperty("late").GetBoolean()));
    }

    private static List<string> TextsOf(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Cell>().Select(cell => cell.InnerText)];
    }

    private Task RenameAsync(School school, string run, string from, string to)
    {
        var (cipher, cell) = (fixture.Service.Get<FieldCipher>(), new CellAddress(PlacementNames.Container, school.Code, run, "pupils"));
        return fixture.Service.Stored.ChangeBlobAsync(PlacementNames.Container, $"{school.Code}/{run}/pupils", stored =>
        {
            var pupils = System.Text.Json.Nodes.JsonNode.Parse(cipher.Decrypt(stored, cell))!.AsArray();
            pupils.First(pupil => (string?)pupil!["name"] == from)!["name"] = to;
            return cipher.Encrypt(pupils.ToJsonString(), cell);
        });
    }

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-L{Interlocked.Increment(ref _schools):000}");
}
