using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Takes OTLP over HTTP as a collector does, and keeps the bytes as text.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();
    private readonly WebApplication _server;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => _server.Urls.Single();

    public ILookup<string, string> Taken => _taken.ToLookup(one => one.Path, one => one.Body, StringComparer.Ordinal);

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _taken.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
        return Results.Ok();
    }
}
