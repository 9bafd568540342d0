using System.Net.Http.Json;
using System.Text.Json;
using Enrollment.DepartmentSimulator;
using Microsoft.AspNetCore.Builder;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>The simulator on a free port of this machine, and a receiver for its callbacks.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private readonly SeedFolder _seeds;
    private readonly TimeProvider _time;
    private readonly WebApplication _app;

    private RunningSimulator(SeedFolder seeds, TimeProvider time, WebApplication app, CallbackReceiver receiver) =>
        (_seeds, _time, _app, Receiver) = (seeds, time, app, receiver);

    public CallbackReceiver Receiver { get; }

    public HttpClient Http { get; private set; } = null!;

    public static async Task<RunningSimulator> Start(SeedFolder? seeds = null, TimeProvider? time = null)
    {
        seeds ??= SeedFolder.WithSampleFamily();
        time ??= TimeProvider.System;
        var receiver = await CallbackReceiver.Start(time);
        var app = SimulatorApplication.Create(
            [
                "--urls=http://127.0.0.1:0", $"--Simulator:SeedFolder={seeds.Path}", $"--Simulator:CallbackBase={receiver.Address}",
                "--Simulator:Callbacks:FirstDelay=00:00:00.001", "--Simulator:Callbacks:LongestDelay=00:00:00.004",
                "--Logging:LogLevel:Default=Warning", .. SimulatorKeys.Arguments,
            ],
            time);
        await app.StartAsync();
        return new RunningSimulator(seeds, time, app, receiver) { Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    public async Task<HttpResponseMessage> Send(SampleQuery query) => await Http.SendAsync(query.Sign(_time.GetUtcNow())).WaitAsync(Bound);

    public async Task<JsonElement> Answer(SampleQuery query)
    {
        using var response = await Send(query);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task Behave(string department, object behavior, string? childIdNo = null)
    {
        using var response = await Http.PutAsJsonAsync("/control/behavior", new { department, childIdNo, behavior });
        response.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> Counters() => Http.GetFromJsonAsync<JsonElement>("/control/counters");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Receiver.DisposeAsync();
        _seeds.Dispose();
    }
}
