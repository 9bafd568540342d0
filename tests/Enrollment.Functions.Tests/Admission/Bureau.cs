using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.DevCluster;
using Enrollment.Domain.Draws;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>The bureau's people who hold rounds of admission.</summary>
internal sealed class Bureau(HttpClient http, HandPump hand)
{
    public const string Entropy = "123456789012345678901234567890123456789";

    private static readonly Digest SecretBytes = Digest.Of("a secret of the bureau"u8);

    public static string First { get; } = School.Token("bureau-1", "bureau", school: null);

    public static string Second { get; } = School.Token("bureau-2", "bureau", school: null);

    public static string Secret => SecretBytes.ToString();

    public static JsonObject Setup(string file = "main-2026") =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf($"seeds/admission/rounds/{file}.json")))!.AsObject();

    public static string Path(string round, string action = "") => $"api/admission/rounds/2026/{round}{action}";

    public Task<HttpAnswer> CreateAsync(JsonObject? setup = null, string? token = null) => SendAsync(HttpMethod.Post, "api/admission/rounds", (setup ?? Setup()).ToJsonString(), token ?? First);

    public Task<HttpAnswer> PostAsync(string round, string action, object? body = null, string? token = null) =>
        SendAsync(HttpMethod.Post, Path(round, $"/{action}"), body is null ? "" : JsonSerializer.Serialize(body), token ?? First);

    public Task<HttpAnswer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, body: null, token);

    public Task<HttpAnswer> PutAsync(string path, object body, string? token = null) => SendAsync(HttpMethod.Put, path, JsonSerializer.Serialize(body), token ?? First);

    public Task<HttpAnswer> CommitAsync(string round) => PostAsync(round, "commit", new { commitment = Commitment() });

    public Task<HttpAnswer> DrawAsync(string round, string entropy = Entropy) => PostAsync(round, "draw", new { secret = Secret, entropy });

    public Task WorkAsync() => hand.DrainAsync([AdmissionNames.Queue]);

    /// <summary>From a published order to a list that is made.</summary>
    public async Task<string> PreparedAsync(JsonObject? setup = null)
    {
        setup ??= Setup();
        var answer = await CreateAsync(setup);
        Assert.True(answer.Status == 202, answer.Text);
        await WorkAsync();
        return setup["round"]!.GetValue<string>();
    }

    /// <summary>To a draw that is over.</summary>
    public async Task<string> DrawnAsync(JsonObject? setup = null)
    {
        var round = await PreparedAsync(setup);
        School.Ok(await PostAsync(round, "seal"));
        School.Ok(await CommitAsync(round));
        School.Ok(await DrawAsync(round));
        await WorkAsync();
        return round;
    }

    /// <summary>To offers that are made.</summary>
    public async Task<string> PublishedAsync(JsonObject? setup = null)
    {
        var round = await DrawnAsync(setup);
        School.Ok(await PostAsync(round, "publish"));
        await WorkAsync();
        return round;
    }

    /// <summary>Two people declare the round void, and what it offered is taken back.</summary>
    public async Task VoidAsync(string round)
    {
        School.Ok(await PostAsync(round, "void", new { reason = "A zone was entered wrongly." }));
        School.Ok(await PostAsync(round, "void/confirm", token: Second));
        await WorkAsync();
    }

    private static string Commitment()
    {
        Assert.True(DrawSecret.TryParse(Secret, out var secret));
        return secret!.Commitment().ToString();
    }

    private async Task<HttpAnswer> SendAsync(HttpMethod method, string path, string? body, string? token)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.AskAsync(request);
    }
}
