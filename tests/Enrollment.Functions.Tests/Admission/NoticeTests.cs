using System.Text;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.Domain.Admission.Records;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>What leaves a published round on paper and on the wall: notices of admission for school and family, and the public list.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private Service? _service;
    private Bureau? _bureau;

    private Service Service => _service!;

    private Bureau Bureau => _bureau!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions());
        _bureau = new Bureau(_service.Http, _service.Hand);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Notices_OfferedThenConfirmed_ArePrintedForFamilyAndSchoolAndNobodyElse()
    {
        var (family, id) = await AppliedAsync();
        var (other, otherId) = await AppliedAsync();
        var round = await Bureau.PublishedAsync();
        var place = (await Service.CallAsync(family, "GET", $"applications/{id}/place")).Json;
        var (school, ticket) = (place.GetProperty("school").GetString()!, place.GetProperty("ticket").GetString()!);
        var ofSchool = $"api/schools/{school}/admissions/2026/{round}/notices";

        (await Service.CallAsync(family, "GET", $"applications/{id}/notice")).AssertProblem(409, "action-not-possible");
        (await Bureau.GetAsync(ofSchool, School.Token("head", "school", school))).AssertProblem(409, "action-not-possible");
        School.Ok(await Service.CallAsync(family, "POST", $"applications/{id}/offer/confirm", ifMatch: (await family.GetAsync(id)).ETag));

        using var own = new PrintedPdf(await DownloadAsync($"api/applications/{id}/notice", family.Token));
        using var all = new PrintedPdf(await DownloadAsync(ofSchool, School.Token("head", "school", school)));
        var (text, pages) = (await own.TextAsync(), await all.TextAsync());
        var name = family.Family.Form.GetProperty("child").GetProperty("name").GetString()!;
        Assert.All((string[])["录取通知书", name, ticket, school, $"2026 {round}", "无需携带任何材料"], fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        Assert.Contains(name, pages, StringComparison.Ordinal);
        // The other family has not answered yet.
        Assert.Single(pages.Split('\f', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(other.Family.Form.GetProperty("child").GetProperty("name").GetString()!, pages, StringComparison.Ordinal);

        var record = AdmissionRecord.Parse(Encoding.UTF8.GetBytes((await Bureau.GetAsync(Bureau.Path(round, "/record"))).Text))!;
        var code = await own.QrCodeAsync();
        Assert.Equal($"{DevelopmentKeys.PublicBaseUrl}/api/verify/index.html?record=/{Bureau.Path(round, "/record")}&result={record.ResultSha256}", code);
        Assert.Equal(code, await all.QrCodeAsync());

        (await Service.CallAsync(other, "GET", $"applications/{id}/notice")).AssertProblem(404, "not-found");
        (await Bureau.GetAsync($"api/applications/{id}/notice")).AssertProblem(401, "unauthenticated");
        (await Bureau.GetAsync(ofSchool)).AssertProblem(401, "unauthenticated");
        (await Bureau.GetAsync(ofSchool, School.Token("head", "school", "LC099"))).AssertProblem(404, "not-found");
        (await Bureau.GetAsync($"api/schools/{school}/admissions/2026/none/notices", Bureau.First)).AssertProblem(404, "not-found");
        _ = otherId;
    }

    [Fact]
    public async Task Places_PublishedOnly_AreThoseOfTheRecordAndNameNobody()
    {
        var (family, id) = await AppliedAsync();
        var (migrant, _) = await AppliedAsync("migrant-permit-and-work");
        var round = await Bureau.DrawnAsync();
        (await Bureau.GetAsync(Bureau.Path(round, "/places"))).AssertProblem(404, "not-found");
        (await Bureau.GetAsync(Bureau.Path(round, "/places"), Bureau.First)).AssertProblem(404, "not-found");
        School.Ok(await Bureau.PostAsync(round, "publish"));
        await Bureau.WorkAsync();

        var places = await Bureau.GetAsync(Bureau.Path(round, "/places"));
        var csv = await Bureau.GetAsync(Bureau.Path(round, "/places?format=csv"));
        var record = AdmissionRecord.Parse(Encoding.UTF8.GetBytes((await Bureau.GetAsync(Bureau.Path(round, "/record"))).Text))!;

        Assert.Equal(record.Result.TakeLast(2), places.Json.GetProperty("places").EnumerateArray().Select(LineOf));
        Assert.Equal("public, max-age=60", places.Headers["Cache-Control"]);
        Assert.StartsWith("凭证号,派位号,学校代码,学校,录取环节\r\n", csv.Text, StringComparison.Ordinal);
        Assert.Equal(3, csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Canaries.AssertNobodyIn(places.Text + csv.Text, [family.Family, migrant.Family]);
        Assert.DoesNotContain(id, places.Text, StringComparison.Ordinal);
        (await Bureau.GetAsync(Bureau.Path(round, "/places?format=html"))).AssertProblem(422, "unknown-value");
        (await Bureau.GetAsync(Bureau.Path("none", "/places"))).AssertProblem(404, "not-found");
    }

    private static string LineOf(JsonElement place) =>
        $"{place.GetProperty("ticket").GetString()} {place.GetProperty("lot").GetInt32()} {place.GetProperty("school").GetString()} {place.GetProperty("stage").GetString()}";

    private async Task<(Parent Family, string Id)> AppliedAsync(string story = FamilyPool.Plain)
    {
        var family = Service.Parent(story);
        var id = await family.ApplyAsync();
        await Service.Hand.DrainAsync();
        return (family, id);
    }

    private Task<byte[]> DownloadAsync(string path, string token) => new School(Service.Http, Service.Hand, "LC-N01").DownloadAsync(path, token);
}
