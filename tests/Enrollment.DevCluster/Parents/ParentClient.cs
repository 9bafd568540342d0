using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Enrollment.DevCluster.Parents;

/// <summary>The parents' API as a program sees it; every answer comes back, also a refusal.</summary>
public sealed class ParentClient(HttpClient http)
{
    private const string Applications = "api/applications";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    // With all its attempts, on a machine that does much else.
    private static readonly TimeSpan PatienceWithHosts = TimeSpan.FromMinutes(10);

    public static ParentClient For(Uri host) => new(new HttpClient { BaseAddress = host, Timeout = Patience });

    /// <summary>Through whichever host answers; a request that met a dying one is sent again.</summary>
    public static ParentClient For(IReadOnlyList<Uri> hosts) => new(new HttpClient(new AnyHostHandler(hosts)) { BaseAddress = hosts[0], Timeout = PatienceWithHosts });

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

    /// <summary>Any other call, a member of staff's too.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">From the host's root on, without a leading slash.</param>
    /// <param name="token">Null where nobody logs in.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="ifMatch">The version that was read.</param>
    /// <param name="purpose">Why a file is opened.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Reply> AskAsync(HttpMethod method, string path, string? token, HttpContent? content = null, string? ifMatch = null, string? purpose = null, CancellationToken cancellation = default)
    {
        using var request = Request(method, path, token);
        request.Content = content;
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (purpose is not null)
            request.Headers.TryAddWithoutValidation("X-Purpose", purpose);
        return await SendAsync(request, cancellation);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
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
