using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Enrollment.DevCluster.Demo;

namespace Enrollment.Functions.Tests.Support;

/// <summary>The guardian who applies for a seeded family, with a form a test may change before it is sent.</summary>
internal sealed class Parent(HttpClient http, DemoFamily family)
{
    public DemoFamily Family { get; } = family;

    public JsonObject Form { get; } = JsonNode.Parse(family.Form.GetRawText())!.AsObject();

    public string Token { get; init; } = Tokens.Of(family).Mint();

    public string ChildNumber => Family.Form.GetProperty("child").GetProperty("documentNumber").GetString()!;

    /// <summary>Sends the form as it now is; the answer may be a refusal.</summary>
    public Task<HttpAnswer> SubmitAsync(string? idempotencyKey = null, string? language = null) => PostAsync(Content(Form.ToJsonString()), idempotencyKey, language);

    /// <summary>Sends these characters instead of the form.</summary>
    public Task<HttpAnswer> PostAsync(string body) => PostAsync(Content(body));

    public Task<HttpAnswer> PostAsync(HttpContent content, string? idempotencyKey = null, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/applications") { Content = content };
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return SendAsync(request);
    }

    /// <summary>Applies; the application's number.</summary>
    public async Task<string> ApplyAsync()
    {
        var answer = await SubmitAsync();
        Assert.True(answer.Status == 201, $"{answer.Status}: {answer.Text}");
        return answer.Json.GetProperty("id").GetString()!;
    }

    public Task<HttpAnswer> GetAsync(string id, string? ifNoneMatch = null, string? language = "en")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/applications/{Uri.EscapeDataString(id)}");
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return SendAsync(request);
    }

    public Task<HttpAnswer> ExplainAsync(string id, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/applications/{Uri.EscapeDataString(id)}/explanation");
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return SendAsync(request);
    }

    public Task<HttpAnswer> ListAsync() => SendAsync(new HttpRequestMessage(HttpMethod.Get, "api/applications"));

    public Task<HttpAnswer> WithdrawAsync(string id, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/applications/{id}/withdraw");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return SendAsync(request);
    }

    private static StringContent Content(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            return await http.AskAsync(request);
        }
    }
}
