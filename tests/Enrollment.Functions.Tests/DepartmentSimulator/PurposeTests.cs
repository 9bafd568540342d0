using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class PurposeTests
{
    // Of the sample family, who has a household book of his own.
    private static readonly SampleQuery Prefill = new("police", "Household") { Guardians = [SampleFamily.Grandfather], Change = ForAPrefill };

    [Fact]
    public async Task Prefill_OneGuardian_GetsTheGuardiansHousehold()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(Prefill);

        Assert.Equal("H0001", Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("householdNo").GetString());
    }

    [Fact]
    public async Task Prefill_OneGuardian_GetsTheGuardiansHomes()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("property", "Homes") { Guardians = [SampleFamily.Father], Change = ForAPrefill });

        Assert.Equal("home", Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Prefill_NobodyRegistered_Is404()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Send(Prefill with { Guardians = [SampleFamily.Stranger] });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task DryRun_ChildAndGuardians_IsAnsweredAsAnApplication()
    {
        await using var simulator = await RunningSimulator.Start();

        var answer = await simulator.Answer(new SampleQuery("police", "Household") { Change = body => body["purposeCode"] = "ENROLLMENT_DRY_RUN" });

        Assert.Equal("H0001", Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("householdNo").GetString());
    }

    [Fact]
    public async Task Prefill_MoreThanIsNeeded_IsRefused()
    {
        await using var simulator = await RunningSimulator.Start();

        Assert.Equal("$.child", await FaultAsync(simulator, Prefill with { Change = body => body["purposeCode"] = "ENROLLMENT_PREFILL" }));
        Assert.Equal("$.guardians", await FaultAsync(simulator, Prefill with { Guardians = [SampleFamily.Grandfather, SampleFamily.Father] }));
        Assert.Equal("$.questions", await FaultAsync(simulator, new SampleQuery("police", "Household", "ResidencePermit") { Guardians = [SampleFamily.Grandfather], Change = ForAPrefill }));
        Assert.Equal("$.child", await FaultAsync(simulator, new SampleQuery("police", "Household") { Change = body => body.Remove("child") }));
    }

    private static void ForAPrefill(JsonObject body)
    {
        body["purposeCode"] = "ENROLLMENT_PREFILL";
        body.Remove("child");
    }

    private static async Task<string?> FaultAsync(RunningSimulator simulator, SampleQuery query)
    {
        using var response = await simulator.Send(query);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("invalid-envelope", problem.GetProperty("code").GetString());
        return Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("path").GetString();
    }
}
