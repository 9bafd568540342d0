using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.Functions.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Tests.Review;

/// <summary>Cases that wait for a person, and the people of bureaus and schools who work on them over HTTP.</summary>
internal sealed class ReviewDesk(Service service)
{
    public static string Ann { get; } = Token("ann");
    public static string Ben { get; } = Token("ben");
    public static string Cai { get; } = Token("cai", "district");
    public static string City { get; } = Token("city-1", "municipal");
    public static string SecondOfCity { get; } = Token("city-2", "municipal");
    public static string Principal { get; } = Token("principal", authority: null, school: "LC-P01");

    // R5 or R3 is not met, which no paper cures: a person decides, and C3 is what the registers prove.
    private static readonly string[] Stories = ["share-one-half", "new-home-one-third", "grandparents-share-one-half", "settled-on-1-march"];

    private static readonly int[] Sizes = [6, 5, 5, 6];

    // Each test has a desk of its own, and all tests on one service share its families.
    private static readonly ConcurrentDictionary<Service, int> Taken = new();

    /// <summary>A case under review that nobody has touched.</summary>
    public async Task<(Parent Parent, string Id)> CaseAsync()
    {
        var (parent, id) = await SubmittedAsync();
        await service.Hand.DrainAsync();
        Assert.Equal("UnderReview", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        return (parent, id);
    }

    /// <summary>The same with the claimed category refused by Ann and Ben in favor of C3.</summary>
    public async Task<(Parent Parent, string Id)> RefusedAsync()
    {
        var (parent, id) = await CaseAsync();
        Ok(await ActAsync(id, ProposeRefusal(), Ann));
        Ok(await ActAsync(id, new { kind = "ConfirmRefusal" }, Ben));
        return (parent, id);
    }

    public static object ProposeRefusal(string? category = "ResidentNotConsistent", string rule = "R5") =>
        new { kind = "ProposeRefusal", rule, category, reason = "ConditionNotMet", note = "产权份额不足二分之一以上" };

    /// <summary>Claims, looks, decides on what was seen.</summary>
    public async Task<HttpAnswer> ActAsync(string id, object decision, string token)
    {
        Ok(await ClaimAsync(id, token));
        return await DecideAsync(id, decision, token, await VersionAsync(id, token));
    }

    public Task<HttpAnswer> ListAsync(string query = "", string? token = null) => SendAsync(HttpMethod.Get, $"api/review/cases{query}", token ?? Ann);

    public Task<HttpAnswer> OpenAsync(string id, string token, string? purpose = "Review") => SendAsync(HttpMethod.Get, $"api/review/cases/{id}", token, purpose: purpose);

    public async Task<string> VersionAsync(string id, string token) => (await OpenAsync(id, token)).ETag!;

    public Task<HttpAnswer> ClaimAsync(string id, string token) => SendAsync(HttpMethod.Post, $"api/review/cases/{id}/claim", token);

    public Task<HttpAnswer> ReleaseAsync(string id, string token) => SendAsync(HttpMethod.Post, $"api/review/cases/{id}/release", token);

    public Task<HttpAnswer> DecideAsync(string id, object decision, string token, string? ifMatch) => DecideRawAsync(id, JsonSerializer.Serialize(decision), token, ifMatch);

    public Task<HttpAnswer> DecideRawAsync(string id, string body, string token, string? ifMatch) =>
        SendAsync(HttpMethod.Post, $"api/review/cases/{id}/decision", token, body, ifMatch);

    public Task<HttpAnswer> TransferAsync(string id, object transfer, string token, string? ifMatch) =>
        SendAsync(HttpMethod.Post, $"api/review/cases/{id}/transfer", token, JsonSerializer.Serialize(transfer), ifMatch);

    public Task<HttpAnswer> ObjectAsync(Parent parent, string id, string text = "请再核一次") => ObjectRawAsync(parent, id, JsonSerializer.Serialize(new { text }));

    public Task<HttpAnswer> ObjectRawAsync(Parent parent, string id, string body) => SendAsync(HttpMethod.Post, $"api/applications/{id}/objection", parent.Token, body);

    public static void Ok(HttpAnswer answer) => Assert.True(answer.Status == 200, $"{answer.Status}: {answer.Text}");

    public static string Token(string subject, string? authority = null, string? school = null)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["role"] = school is null ? "bureau" : "school" };
        if (authority is not null)
            claims["authority"] = authority;
        if (school is not null)
            claims["school"] = school;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentKeys.Issuer,
            Audience = DevelopmentKeys.Audience,
            Expires = new DateTime(2036, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(DevelopmentKeys.SigningKey), SecurityAlgorithms.HmacSha256),
            Claims = claims,
        });
    }

    private async Task<(Parent Parent, string Id)> SubmittedAsync()
    {
        var number = Taken.AddOrUpdate(service, 0, (_, last) => last + 1);
        var story = 0;
        for (; number >= Sizes[story]; story++)
            number -= Sizes[story];
        var parent = service.Parent(Stories[story]);
        return (parent, await parent.ApplyAsync());
    }

    private async Task<HttpAnswer> SendAsync(HttpMethod method, string path, string token, string? body = null, string? ifMatch = null, string? purpose = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (purpose is not null)
            request.Headers.TryAddWithoutValidation("X-Purpose", purpose);
        return await service.Http.AskAsync(request);
    }
}
