using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.LocalHost.Admin;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions.Tests.LocalHost.Admin;

public sealed class AdminEndpointsTests
{
    [Theory]
    [InlineData("/admin/metrics")]
    [InlineData("/admin/functions")]
    public async Task Admin_InProduction_IsNotThere(string path)
    {
        await using var host = await LocalHostFixture.StartAsync(typeof(Ping));

        using var response = await host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Functions_InDevelopment_AreTheDeclaredSurface()
    {
        await using var host = await LocalHostFixture.StartAsync(
            typeof(Ping), builder => builder.Environment.EnvironmentName = Environments.Development);

        var functions = await host.Client.GetStringAsync("/admin/functions");

        Assert.Equal(
            """[{"name":"Ping","trigger":"http","route":"Ping","methods":["get"],"queue":null,"schedule":null}]""", functions);
    }

    [Fact]
    public async Task Metrics_InDevelopment_SumTheCountersOfOurMetersByTags()
    {
        using var ours = new Meter("Enrollment.Test." + nameof(Metrics_InDevelopment_SumTheCountersOfOurMetersByTags));
        using var foreign = new Meter("Other");
        await using var host = await LocalHostFixture.StartAsync(
            typeof(Ping), builder => builder.Environment.EnvironmentName = Environments.Development);

        var counter = ours.CreateCounter<long>("test.operations");
        counter.Add(2, new KeyValuePair<string, object?>("b", "x"), new KeyValuePair<string, object?>("a", 1));
        counter.Add(3, new KeyValuePair<string, object?>("a", 1), new KeyValuePair<string, object?>("b", "x"));
        foreign.CreateCounter<long>("test.foreign").Add(1);

        var readings = JsonSerializer.Deserialize<List<CounterReading>>(
            await host.Client.GetStringAsync("/admin/metrics"), JsonSerializerOptions.Web)!;
        var reading = Assert.Single(readings, reading => reading.Name.StartsWith("test.", StringComparison.Ordinal));
        Assert.Equal((ours.Name, "test.operations"), (reading.Meter, reading.Name));
        Assert.Equal("a=1 b=x", string.Join(' ', reading.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
        Assert.Equal(5, reading.Value);
    }

    internal static class Ping
    {
        [Function(nameof(Ping))]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok(request.Path);
    }
}
