using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.Domain.Draws;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>A school with a code of its own, and the people who act on its placements.</summary>
internal sealed class School(HttpClient http, HandPump hand, string code)
{
    public const string Entropy = "123456789012345678901234567890123456789";

    private static readonly Digest SecretBytes = Digest.Of("a secret of the bureau"u8);
    private static readonly Digest Late = Digest.Of("a late secret of the bureau"u8);

    public string Code => code;

    public string Staff { get; } = Token("school-staff", "school", code);

    public string Bureau { get; } = Token("bureau-1", "bureau", school: null);

    public string SecondOfBureau { get; } = Token("bureau-2", "bureau", school: null);

    public static string Secret => SecretBytes.ToString();

    public static string Link(int number) => LateChain.Link(Late, number).ToString();

    public string Path(string run, string action = "") => $"api/schools/{code}/placements/{run}{action}";

    public Task<HttpAnswer> CreateAsync(string query = "year=2026&classes=3&capacity=20", string? csv = null, string? token = null) =>
        SendAsync(HttpMethod.Post, $"api/schools/{code}/placements?{query}", token ?? Staff, new StringContent(csv ?? Roster(36), Encoding.UTF8, "text/csv"));

    public async Task<string> CreatedAsync(string query = "year=2026&classes=3&capacity=20", string? csv = null)
    {
        var answer = await CreateAsync(query, csv);
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json.GetProperty("run").GetString()!;
    }

    public Task<HttpAnswer> PostAsync(string run, string action, object? body = null, string? token = null) =>
        PostRawAsync(run, action, body is null ? "" : JsonSerializer.Serialize(body), token);

    public Task<HttpAnswer> PostRawAsync(string run, string action, string body, string? token = null) =>
        SendAsync(HttpMethod.Post, Path(run, $"/{action}"), token ?? Bureau, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpAnswer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token, content: null);

    /// <summary>What is no text.</summary>
    public async Task<byte[]> DownloadAsync(string path, string? token = null)
    {
        using var request = RequestOf(HttpMethod.Get, path, token, content: null);
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public Task<HttpAnswer> CommitAsync(string run) => PostAsync(run, "commit", new { commitment = Commitment(), lateCommitment = LateChain.Commitment(Late).ToString() });

    public Task<HttpAnswer> DrawAsync(string run, string entropy = Entropy) => PostAsync(run, "draw", new { secret = Secret, entropy });

    /// <summary>From a roster to a draw that was started and that nothing has computed yet.</summary>
    public async Task<string> DrawingAsync(string query = "year=2026&classes=3&capacity=20", string? csv = null)
    {
        var run = await CreatedAsync(query, csv);
        Ok(await PostAsync(run, "seal"));
        Ok(await CommitAsync(run));
        Ok(await DrawAsync(run));
        return run;
    }

    /// <summary>From a roster to a published placement.</summary>
    public async Task<string> PublishedAsync(string query = "year=2026&classes=3&capacity=20", string? csv = null)
    {
        var run = await DrawingAsync(query, csv);
        await hand.DrainAsync([PlacementNames.Queue]);
        Ok(await PostAsync(run, "publish"));
        return run;
    }

    /// <summary>One late joiner more, with the next link.</summary>
    public async Task JoinLateAsync(string run, string ticket, int number) =>
        Ok(await PostAsync(run, "late-joiners", new { ticketId = ticket, sex = "Male", specialNeeds = false, approval = "2026-17", link = Link(number) }));

    public static void Ok(HttpAnswer answer) => Assert.True(answer.Status == 200, answer.Text);

    /// <summary>Pupils with tickets T001, T002, … of both sexes; the first two are twins who stay together.</summary>
    public static string Roster(int pupils) => "报名号,姓名,性别,出生日期,多胞胎编号,同班意愿\n" + string.Concat(Enumerable.Range(1, pupils).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"T{i:000},{NameOf(i)},{(i % 2 == 0 ? "男" : "女")},2013-10-{1 + i % 28:00},{(i <= 2 ? "B1,同班" : ",")}\n")));

    public static string NameOf(int pupil) => $"{"陈林黄王张吴李蔡许郑"[pupil % 10]}{"志丽建雅宇婷浩欣俊怡"[pupil / 10 % 10]}{"明芳"[pupil / 100 % 2]}";

    private static string Commitment()
    {
        Assert.True(DrawSecret.TryParse(Secret, out var secret));
        return secret!.Commitment().ToString();
    }

    private async Task<HttpAnswer> SendAsync(HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = RequestOf(method, path, token, content);
        return await http.AskAsync(request);
    }

    private static HttpRequestMessage RequestOf(HttpMethod method, string path, string? token, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    internal static string Token(string subject, string role, string? school)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["name"] = "staff", ["role"] = role };
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
}
