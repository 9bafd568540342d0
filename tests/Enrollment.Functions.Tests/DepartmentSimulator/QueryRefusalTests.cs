using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class QueryRefusalTests
{
    private static readonly SampleQuery Person = new("police", "Person");

    public static TheoryData<string, string> BrokenFields => new()
    {
        { "$.requestId", """{"requestId":"another"}""" },
        { "$.caseNo", """{"caseNo":""}""" },
        { "$.purposeCode", """{"purposeCode":"CURIOSITY"}""" },
        { "$.subjectConsentRef", """{"subjectConsentRef":""}""" },
        { "$.operator", """{"operator":""}""" },
        { "$.areaCode", """{"areaCode":"35050"}""" },
        { "$.child", """{"child":{"name":"","idNo":"1"}}""" },
        { "$.child", """{"child":null}""" },
        { "$.guardians", """{"guardians":[{"name":"x","idNo":""}]}""" },
        { "$.questions", """{"questions":[]}""" },
        { "$.questions", """{"questions":["Person","Person"]}""" },
        { "$.questions", """{"questions":["Homes"],"from":null}""" },
        { "$.from", """{"from":"2024-01-01","to":"2026-06-30"}""" },
    };

    [Fact]
    public async Task Query_UnknownDepartment_Is404()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { Department = "fire-brigade", Key = new byte[32] });

        await AssertProblem(response, HttpStatusCode.NotFound, "unknown-department");
    }

    [Fact]
    public async Task Query_Unsigned_Is401()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Http.PostAsJsonAsync("/police/queries", new { });

        await AssertProblem(response, HttpStatusCode.Unauthorized, "signature-missing");
    }

    [Fact]
    public async Task Query_SignedWithAnotherDepartmentsKey_Is401AndNotAnswered()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { Key = SimulatorKeys.Request("property") });

        await AssertProblem(response, HttpStatusCode.Unauthorized, "signature-wrong");
        var police = (await simulator.Counters()).GetProperty("police");
        Assert.Equal((1, 0), (police.GetProperty("requests").GetInt32(), police.GetProperty("answers").GetInt32()));
    }

    [Theory]
    [InlineData("v1,bm90IGl0")]
    [InlineData("v1,%%%")]
    [InlineData("v1a,AAAA")]
    [InlineData("garbage")]
    public async Task Query_ForeignSignatureBeforeTheRightOne_IsAnswered(string foreign)
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { ExtraSignature = foreign });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(-300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    public async Task Query_TimestampAtTheWindowsEdge_CountsTo300Seconds(int secondsAgo, HttpStatusCode expected)
    {
        await using var simulator = await RunningSimulator.Start(time: FakeTime.Start());

        using var response = await simulator.Send(Person with { SignedAgo = TimeSpan.FromSeconds(secondsAgo) });

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(BrokenFields))]
    public async Task Query_BrokenField_Is400WithItsPath(string path, string change)
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { WebhookId = "r-1", Change = body => Merge(body, change) });

        var problem = await AssertProblem(response, HttpStatusCode.BadRequest, "invalid-envelope");
        Assert.Equal([path], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"favoriteColor":"red"}""")]
    [InlineData("""{"questions":["Shoes"]}""")]
    [InlineData("""{"questions":[1]}""")]
    [InlineData("""{"guardians":[null]}""")]
    [InlineData("""{"sentAt":"yesterday"}""")]
    public async Task Query_NotAnEnvelope_Is400(string change)
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { Change = body => Merge(body, change) });

        await AssertProblem(response, HttpStatusCode.BadRequest, "malformed-envelope");
    }

    [Fact]
    public async Task Query_InsuranceWithoutPeriod_Is400()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(new SampleQuery("social-security", "Insurance") { Change = body => body.Remove("from") });

        var problem = await AssertProblem(response, HttpStatusCode.BadRequest, "invalid-envelope");
        Assert.Equal("$.from", problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Query_LongerThan20000Bytes_Is413()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Person with { Change = body => body["operator"] = new string('x', 20_000) });

        await AssertProblem(response, HttpStatusCode.RequestEntityTooLarge, "body-too-long");
    }

    private static void Merge(JsonObject body, string change)
    {
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
    }

    private static async Task<JsonElement> AssertProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }
}
