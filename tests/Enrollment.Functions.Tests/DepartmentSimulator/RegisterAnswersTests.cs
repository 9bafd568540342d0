using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class RegisterAnswersTests
{
    [Fact]
    public async Task Answer_Found_CarriesTheEnvelopeAndAHashOfTheItemsAsSent()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("police", "Person", "Household"));

        Assert.Equal(
            ["requestId", "caseNo", "resultCode", "sourceSystem", "dataAsOf", "retrievedAt", "evidenceHash", "items"],
            answer.EnumerateObject().Select(property => property.Name),
            StringComparer.Ordinal);
        Assert.Equal("r-1", answer.GetProperty("requestId").GetString());
        Assert.Equal("case-1", answer.GetProperty("caseNo").GetString());
        Assert.Equal("Found", answer.GetProperty("resultCode").GetString());
        Assert.Equal("福建省公安厅人口信息库", answer.GetProperty("sourceSystem").GetString());
        Assert.Equal("2026-06-30", answer.GetProperty("dataAsOf").GetString());
        var items = Encoding.UTF8.GetBytes(answer.GetProperty("items").GetRawText());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(items)), answer.GetProperty("evidenceHash").GetString());
    }

    [Fact]
    public async Task Person_EachPersonAsked_IsComparedByName()
    {
        await using var simulator = await RunningSimulator.Start();

        var items = await Items(simulator, new SampleQuery("police", "Person")
        {
            Guardians = [SampleFamily.Father with { Name = "林建" }, SampleFamily.Dead, SampleFamily.Mother],
        });

        Assert.Equal(
            $$$"""[{"kind":"person","idNo":"{{{SampleFamily.Child.IdNo}}}","result":"Match"},{"kind":"person","idNo":"{{{SampleFamily.Father.IdNo}}}","result":"Mismatch"},{"kind":"person","idNo":"{{{SampleFamily.Dead.IdNo}}}","result":"Cancelled"},{"kind":"person","idNo":"{{{SampleFamily.Mother.IdNo}}}","result":"NotFound"}]""",
            items);
    }

    [Theory]
    [InlineData("police", "Household", "household")]
    [InlineData("police", "ResidencePermit", "residencePermit")]
    [InlineData("civil-affairs", "Guardianship", "guardianship")]
    [InlineData("property", "Tenancy", "tenancy")]
    public async Task Item_AskedForAlone_IsTheSeededRecordWithItsKindFirst(string department, string question, string kind)
    {
        await using var simulator = await RunningSimulator.Start();

        var items = await Items(simulator, new SampleQuery(department, question));

        Assert.Equal($"[{Seeded(department, kind)}]", items);
    }

    [Fact]
    public async Task Household_GuardianInAnother_OnlyTheChildsIsReturned()
    {
        await using var simulator = await RunningSimulator.Start(SeedFolder.WithSampleFamily().With("police.jsonl",
        [
            .. SampleFamily.Police,
            $$$"""{"household":{"householdNo":"H0002","type":"Collective","householder":"某单位","standardAddress":"泉州市丰泽区丙路3号","areaCode":"350503","policeStation":"东湖派出所","members":[{"name":"{{{SampleFamily.Father.Name}}}","idNo":"{{{SampleFamily.Father.IdNo}}}","relation":"Other","settledDate":"2010-09-01","movedFrom":"泉州市鲤城区"}]}}""",
        ]));

        var items = await Items(simulator, new SampleQuery("police", "Household"));

        Assert.Contains("H0001", items, StringComparison.Ordinal);
        Assert.DoesNotContain("H0002", items, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Household_ChildInTwo_BothAreReturned()
    {
        await using var simulator = await RunningSimulator.Start(SeedFolder.WithSampleFamily().With("police.jsonl",
            [.. SampleFamily.Police, SampleFamily.Police[3].Replace("H0001", "H0009", StringComparison.Ordinal)]));

        var answer = await simulator.Answer(new SampleQuery("police", "Household"));

        Assert.Equal(
            ["H0001", "H0009"],
            answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("householdNo").GetString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Marriage_TwoGuardians_OnlyTheOneBetweenThem()
    {
        await using var simulator = await RunningSimulator.Start();

        var items = await Items(simulator, new SampleQuery("civil-affairs", "Marriage"));

        Assert.Equal(
            $$$"""[{"kind":"marriage","idNos":["{{{SampleFamily.Father.IdNo}}}","{{{SampleFamily.Mother.IdNo}}}"],"state":"Divorced","eventDate":"2022-01-05","certificateNo":"M0001"}]""",
            items);
    }

    [Fact]
    public async Task Marriage_OneGuardian_AllOfThatPersons()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("civil-affairs", "Marriage") { Guardians = [SampleFamily.Father] });

        Assert.Equal(
            ["M0001", "M0002"],
            answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("certificateNo").GetString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Home_RelatedToBothGuardians_IsReturnedOnceWithoutTheIndex()
    {
        await using var simulator = await RunningSimulator.Start();

        var items = await Items(simulator, new SampleQuery("property", "Homes"));

        var related = $",\"relatedIdNos\":[\"{SampleFamily.Father.IdNo}\",\"{SampleFamily.Mother.IdNo}\"]";
        Assert.Equal($"[{Seeded("property", "home").Replace(related, "", StringComparison.Ordinal)}]", items);
    }

    [Fact]
    public async Task Tenancy_BegunAfterThePeriod_IsNotReturned()
    {
        await using var simulator = await RunningSimulator.Start();

        var items = await Items(simulator, new SampleQuery("property", "Tenancy")
        {
            Change = body => (body["from"], body["to"]) = ("2022-01-01", "2022-12-31"),
        });

        Assert.Equal("[]", items);
    }

    [Fact]
    public async Task Insurance_PeriodAsked_OnlyItsMonths()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("social-security", "Insurance"));

        var item = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal("insurance", item.EnumerateObject().First().Value.GetString());
        Assert.Equal(SampleFamily.Father.IdNo, item.GetProperty("personIdNo").GetString());
        Assert.True(item.GetProperty("insuredNow").GetBoolean());
        Assert.Equal("91350502MA00000001", item.GetProperty("employerCode").GetString());
        Assert.Equal(
            """[{"month":"2024-01-01","areaCode":"350502","retroactive":false},{"month":"2026-06-01","areaCode":"350502","retroactive":true}]""",
            item.GetProperty("months").GetRawText());
    }

    [Theory]
    [InlineData("police", "Person")]
    [InlineData("civil-affairs", "Guardianship")]
    [InlineData("property", "Homes")]
    [InlineData("social-security", "Insurance")]
    public async Task Answer_NothingHeldOfAnybodyAsked_Is404(string department, string question)
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(new SampleQuery(department, question)
        {
            Child = SampleFamily.Stranger,
            Guardians = [SampleFamily.Stranger],
        });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("""{"resultCode":"NotFound"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Answer_OtherRecordsHeldButNoneAskedFor_IsFoundAndEmpty()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("property", "Homes") { Guardians = [SampleFamily.Father, SampleFamily.Stranger] });
        var tenancies = await simulator.Answer(new SampleQuery("property", "Tenancy") { RequestId = "r-2", Guardians = [SampleFamily.Mother] });

        Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal("Found", tenancies.GetProperty("resultCode").GetString());
        Assert.Empty(tenancies.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Department_WithoutASeedFile_HoldsNothing()
    {
        await using var simulator = await RunningSimulator.Start(new SeedFolder());

        using var response = await simulator.Send(new SampleQuery("police", "Person"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> Items(RunningSimulator simulator, SampleQuery query) =>
        (await simulator.Answer(query)).GetProperty("items").GetRawText();

    private static string Seeded(string department, string kind)
    {
        var lines = department switch
        {
            "police" => SampleFamily.Police,
            "civil-affairs" => SampleFamily.CivilAffairs,
            _ => SampleFamily.Property,
        };
        var line = lines.Single(text => text.StartsWith($"{{\"{kind}\":", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        return string.Create(CultureInfo.InvariantCulture, $"{{\"kind\":\"{kind}\",{json.RootElement.GetProperty(kind).GetRawText()[1..]}");
    }
}
