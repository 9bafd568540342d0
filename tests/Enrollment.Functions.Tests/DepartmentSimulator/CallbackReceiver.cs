using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>A real server in the product's place: checks signature and timestamp, answers what the test lined up, else 202 or 401.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private readonly Channel<ReceivedCallback> _received = Channel.CreateUnbounded<ReceivedCallback>();
    private readonly ConcurrentQueue<int> _linedUp = new();
    private readonly TimeProvider _time;
    private readonly WebApplication _app;

    private CallbackReceiver(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/api/callbacks/{department}", Receive);
    }

    public string Address => _app.Urls.Single();

    public static async Task<CallbackReceiver> Start(TimeProvider time)
    {
        var receiver = new CallbackReceiver(time);
        await receiver._app.StartAsync();
        return receiver;
    }

    public void LineUp(params int[] statuses)
    {
        foreach (var status in statuses)
            _linedUp.Enqueue(status);
    }

    public async Task<ReceivedCallback> Next() => await _received.Reader.ReadAsync().AsTask().WaitAsync(Bound);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Receive(string department, HttpRequest request)
    {
        using var stream = new MemoryStream();
        await request.Body.CopyToAsync(stream);
        var body = stream.ToArray();
        string id = request.Headers["webhook-id"].Single()!, timestamp = request.Headers["webhook-timestamp"].Single()!;

        var signed = request.Headers["webhook-signature"].Single() ==
            SimulatorKeys.Signature(SimulatorKeys.Callback(department), id, timestamp, body);
        var age = _time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        var status = signed && age.Duration() <= TimeSpan.FromMinutes(5) ? HttpStatusCode.Accepted : HttpStatusCode.Unauthorized;

        await _received.Writer.WriteAsync(new ReceivedCallback(department, id, signed, age, JsonDocument.Parse(body).RootElement));
        return Results.StatusCode(_linedUp.TryDequeue(out var linedUp) ? linedUp : (int)status);
    }
}

internal sealed record ReceivedCallback(string Department, string WebhookId, bool Signed, TimeSpan Age, JsonElement Body);
