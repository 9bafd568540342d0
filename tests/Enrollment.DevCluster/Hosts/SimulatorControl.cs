using System.Net.Http.Json;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Hosts;

/// <summary>Switches the departments' behavior while they run.</summary>
public sealed class SimulatorControl(Uri simulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = simulator, Timeout = TimeSpan.FromSeconds(30) };

    /// <param name="department">Whose answers change.</param>
    /// <param name="behavior">An object with the properties of the simulator's behavior, for example { kind = "Unavailable" }.</param>
    /// <param name="childIdNo">Null for the whole department.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task BehaveAsync(Department department, object behavior, string? childIdNo = null, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Put, "control/behavior", new { department = department.Path(), childIdNo, behavior }, cancellation);

    /// <summary>What a department does with the files of questions that it finds from now on: "Whole", "Partial", "Repeated", "Corrupted", "CutOff", "Late".</summary>
    public Task ExchangeFilesAsync(Department department, string kind, int delayMs = 0, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Put, "control/files", new { department = department.Path(), kind, delayMs }, cancellation);

    /// <summary>Behaviors back to the seed's, counters to zero.</summary>
    public Task ResetAsync(CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Post, "control/reset", new { }, cancellation);

    /// <summary>Where callbacks go.</summary>
    public Task CallBackToAsync(Uri host, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Put, "control/callback-base", new { address = host.GetLeftPart(UriPartial.Authority) }, cancellation);

    /// <summary>Takes the malware scanner away, or brings it back.</summary>
    public Task ScannerAsync(bool isDown, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Put, "control/scanner", new { down = isDown }, cancellation);

    /// <summary>What the gateway of notices does with the next requests: "Accepts", "Down", "CutsAfterTaking", "CutsBeforeTaking", "Refuses", "Garbles".</summary>
    public Task GatewayAsync(string kind, int? times = null, int delayMs = 0, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Put, "control/notices", new { kind, times, delayMs }, cancellation);

    /// <summary>What phones got, and how often the gateway was given something.</summary>
    public Task<JsonElement> PhonesAsync(CancellationToken cancellation = default) =>
        _http.GetFromJsonAsync<JsonElement>("control/notices", cancellation);

    public Task<JsonElement> CountersAsync(CancellationToken cancellation = default) =>
        _http.GetFromJsonAsync<JsonElement>("control/counters", cancellation);

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await _http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
