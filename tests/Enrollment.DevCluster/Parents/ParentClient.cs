using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Enrollment.DevCluster.Parents;

/// <summary>The parents' API as a program sees it; every answer comes back, also a refusal.</summary>
public sealed class ParentClient(HttpClient http)
{
    private const string Applications = "api/applications";

    public static ParentClient For(Uri host) => new(new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromSeconds(100) });

    public Task<Reply> SubmitAsync(JsonElement form, string token, string? idempotencyKey = null, CancellationToken cancellation = default) =>
        SubmitAsync(form.GetRawText(), token, idempotencyKey, cancellation);

    public async Task<Reply> SubmitAsync(string form, string token, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        using var request = Request(HttpMethod.Post, Applications, token);
        request.Content = new StringContent(form, Encoding.UTF8, "application/json");
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{idempotencyKey}\"");
        return await SendAsync(request, cancellation);
    }

    public async Task<Reply> GetAsync(string id, string token, string? ifNoneMatch = null, CancellationToken cancellation = default)
    {
        using var request = Request(HttpMethod.Get, $"{Applications}/{id}", token);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await SendAsync(request, cancellation);
    }

    public async Task<Reply> ListAsync(string token, CancellationToken cancellation = default)
    {
        using var request = Request(HttpMethod.Get, Applications, token);
        return await SendAsync(request, cancellation);
    }

    public async Task<Reply> WithdrawAsync(string id, string token, string? ifMatch, CancellationToken cancellation = default)
    {
        using var request = Request(HttpMethod.Post, $"{Applications}/{id}/withdraw", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await SendAsync(request, cancellation);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.ParseAdd("en");
        return request;
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        return await Reply.ReadAsync(response, cancellation);
    }
}
