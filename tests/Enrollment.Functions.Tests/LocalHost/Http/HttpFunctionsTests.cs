using System.Net;
using Enrollment.Functions.Tests.LocalHost.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.LocalHost.Http;

public sealed class HttpFunctionsTests
{
    [Theory]
    [InlineData("GET", "/api/things/abc/7", HttpStatusCode.OK, "abc 7")]
    [InlineData("GET", "/API/Things/%E4%BD%A0/0", HttpStatusCode.OK, "你 0")]
    [InlineData("GET", "/api/things/abc/seven", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/things/abc/7", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "/api/things/abc/7", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("PUT", "/api/things/abc/7", HttpStatusCode.OK, "put abc")]
    [InlineData("PATCH", "/api/Anything", HttpStatusCode.OK, "anything")]
    public async Task Request_RouteAndMethod_FindTheFunction(string method, string path, HttpStatusCode status, string text)
    {
        await using var host = await LocalHostFixture.StartAsync(typeof(Things));

        using var response = await SendAsync(host, method, path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(text, await TextOf(response));
    }

    [Fact]
    public async Task Request_RoutePrefixOfHostJson_IsHonored()
    {
        await using var host = await LocalHostFixture.StartAsync(
            typeof(Things), builder => builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "");

        using var response = await SendAsync(host, "GET", "/things/abc/7");

        Assert.Equal("abc 7", await TextOf(response));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Request_FunctionThrows_Is500WithoutDetails(string environment)
    {
        await using var host = await LocalHostFixture.StartAsync(typeof(Things), builder => builder.Environment.EnvironmentName = environment);

        using var response = await SendAsync(host, "GET", "/api/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await TextOf(response));
    }

    [Fact]
    public async Task Response_Headers_NameNoServerAndCarryTheCustomOnes()
    {
        await using var host = await LocalHostFixture.StartAsync(typeof(Things), builder =>
            builder.Configuration["AzureFunctionsJobHost:extensions:http:customHeaders:X-Content-Type-Options"] = "nosniff");

        using var response = await SendAsync(host, "GET", "/api/things/abc/7");

        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Request_MoreOutstandingThanAllowed_Is429()
    {
        using var end = new SemaphoreSlim(0);
        await using var host = await LocalHostFixture.StartAsync(typeof(Slow), builder =>
        {
            builder.Configuration["AzureFunctionsJobHost:extensions:http:maxConcurrentRequests"] = "1";
            builder.Configuration["AzureFunctionsJobHost:extensions:http:maxOutstandingRequests"] = "1";
            builder.Services.AddSingleton(end);
        });
        var first = SendAsync(host, "GET", "/api/Slow");
        await Until.TrueAsync(() => Slow.Running, "the first runs");

        using var second = await SendAsync(host, "GET", "/api/Slow");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        end.Release();
        using var answered = await first;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(LocalHostFixture host, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await host.Client.SendAsync(request);
    }

    private static Task<string> TextOf(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    internal static class Things
    {
        [Function("GetThing")]
        public static IResult Get(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{name}/{number:int}")] HttpRequest request, string name, int number) =>
            Results.Text(request.Method == "GET" ? $"{name} {number}" : "another method");

        [Function("PutThing")]
        public static async Task<IResult> PutAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "/things/{name}/{number:int}")] HttpRequest request,
            string name,
            CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            return Results.Text($"{(request.Method == "PUT" ? "put" : "another method")} {name}");
        }

        [Function("Anything")]
        public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Text(request.Path.HasValue ? "anything" : "");

        [Function("Broken")]
        public static Task<IResult> BrokenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
            throw new InvalidOperationException($"secret of {request.Path}");
    }

    internal sealed class Slow(SemaphoreSlim end)
    {
        public static volatile bool Running;

        [Function(nameof(Slow))]
        public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
        {
            Running = request.Path.HasValue;
            await end.WaitAsync(cancellation);
            return Results.Ok();
        }
    }
}
