using System.Text.Json;

namespace Enrollment.Functions.Tests.Support;

/// <summary>An answer, read to its end.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? ETag => Headers.GetValueOrDefault("ETag");

    /// <summary>The faults of a problem as "code at path".</summary>
    public IReadOnlyList<string> Faults =>
        [.. Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} at {error.GetProperty("path").GetString()}")];

    public string Code => Json.GetProperty("code").GetString()!;

    /// <summary>Checks everything a problem promises: type, code, status inside and out, that nothing caches it, and that it has a trace.</summary>
    public void AssertProblem(int status, string code)
    {
        Assert.True(Status == status, $"expected {status} {code}, got {Status}: {Text}");
        Assert.StartsWith("application/problem+json", Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("no-store", Headers["Cache-Control"]);
        Assert.Equal(code, Code);
        Assert.Equal($"urn:enrollment:problem:{code}", Json.GetProperty("type").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(Json.GetProperty("traceId").GetString()!);
    }
}

internal static class HttpAsking
{
    public static async Task<HttpAnswer> AskAsync(this HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new HttpAnswer((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    public static async Task<HttpAnswer> AskAsync(this HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await http.AskAsync(request);
    }
}
