using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Enrollment.DevCluster;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>The property department's desk: notes the question it took, and later calls back with the register's true answer.</summary>
internal sealed class CallbackDesk(Uri simulator, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = simulator };
    private byte[] _question = [];
    private IReadOnlyList<(string Name, string Value)> _headers = [];

    public async Task NoteAsync(HttpRequestMessage request)
    {
        if (request.RequestUri!.AbsolutePath != "/property/queries")
            return;
        _question = await request.Content!.ReadAsByteArrayAsync();
        _headers = [.. request.Headers.Select(header => (header.Key, header.Value.Single()))];
    }

    /// <summary>The same question again: the simulator keeps silent once a child, then answers.</summary>
    public async Task<string> AnswerAsync()
    {
        using var content = new ByteArrayContent(_question) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "property/queries") { Content = content };
        foreach (var (name, value) in _headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Standard Webhooks headers, computed here and not by the product.</summary>
    public IEnumerable<(string Name, string Value)> Sign(string id, string body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(DevelopmentKeys.CallbackKey(Department.Property), Encoding.UTF8.GetBytes($"msg_{id}.{timestamp}.{body}"));
        return [("webhook-id", $"msg_{id}"), ("webhook-timestamp", timestamp), ("webhook-signature", $"v1,{Convert.ToBase64String(mac)}")];
    }
}
