using System.Text;
using System.Text.Json;
using Enrollment.Functions.Platform.Callers;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Tests.Platform.Callers;

public sealed class CallerTokensTests
{
    private static readonly string[] TwoRoles = ["parent", "admin"];
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)1, 64)];
    private static readonly CallerOptions Options = new() { Issuer = "https://login.example", Audience = "enrollment", SigningKey = Convert.ToBase64String(Key) };

    private readonly CallerTokens _tokens = new(Microsoft.Extensions.Options.Options.Create(Options), new FakeTimeProvider(Now));

    public static TheoryData<string, string> Refused => new()
    {
        { "other issuer", Token(issuer: "https://other.example") },
        { "other audience", Token(audience: "other") },
        { "other key", Token(key: [.. Enumerable.Repeat((byte)2, 64)]) },
        { "other algorithm", Token(algorithm: SecurityAlgorithms.HmacSha512) },
        { "expired", Token(expires: Now.AddSeconds(-60)) },
        { "not yet valid", Token(notBefore: Now.AddSeconds(61)) },
        { "no expiry", Token(claims: claims => claims.Remove("exp")) },
        { "no subject", Token(claims: claims => claims.Remove("sub")) },
        { "no number", Token(claims: claims => claims.Remove("id_number")) },
        { "number that is a number", Token(claims: claims => claims["id_number"] = 35990119880101) },
        { "blank name", Token(claims: claims => claims["name"] = " ") },
        { "no role", Token(claims: claims => claims.Remove("role")) },
        { "two roles", Token(claims: claims => claims["role"] = TwoRoles) },
        { "alg none", Unsigned() },
        { "signature cut off", Token()[..(Token().LastIndexOf('.') + 1)] },
        { "payload changed", Token().Replace(".ey", ".ez", StringComparison.Ordinal) },
        { "two tokens", $"{Token()}, Bearer {Token()}" },
        { "empty", "" },
        { "no token", "a.b.c" },
        { "oversized", Token(claims: claims => claims["more"] = new string('x', 10_000)) },
    };

    [Fact]
    public async Task AuthenticateAsync_ValidToken_IsTheCaller()
    {
        var caller = await AuthenticateAsync($"Bearer {Token()}");

        Assert.Equal(new Caller("subject-1", "359901198801010012", "许若兰", "parent"), caller);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task AuthenticateAsync_AnythingElse_IsNobody(string reason, string token)
    {
        var caller = await AuthenticateAsync($"Bearer {token}");

        Assert.True(caller is null, reason);
    }

    [Theory]
    [InlineData(-59, true)]
    [InlineData(-60, false)]
    public async Task AuthenticateAsync_AroundTheExpiry_TakesASkewOfAMinute(int seconds, bool isTaken)
    {
        var caller = await AuthenticateAsync($"Bearer {Token(expires: Now.AddSeconds(seconds))}");

        Assert.Equal(isTaken, caller is not null);
    }

    [Fact]
    public async Task AuthenticateAsync_NoHeaderOtherSchemeOrTwoHeaders_IsNobody()
    {
        Assert.Null(await AuthenticateAsync());
        Assert.Null(await AuthenticateAsync($"Basic {Token()}"));
        Assert.Null(await AuthenticateAsync(Token()));
        Assert.Null(await AuthenticateAsync($"Bearer {Token()}", $"Bearer {Token()}"));
    }

    [Fact]
    public async Task ToString_Caller_NamesNeitherNumberNorName()
    {
        var caller = await AuthenticateAsync($"bearer {Token()}");

        Assert.Equal("Caller { Subject = subject-1, Role = parent }", caller?.ToString());
    }

    private Task<Caller?> AuthenticateAsync(params string[] headers) =>
        _tokens.AuthenticateAsync(Requests.WithoutBody([.. headers.Select(header => ("Authorization", header))]), CancellationToken.None);

    private static string Token(string? issuer = null, string? audience = null, byte[]? key = null, string algorithm = SecurityAlgorithms.HmacSha256,
        DateTimeOffset? expires = null, DateTimeOffset? notBefore = null, Action<Dictionary<string, object>>? claims = null)
    {
        var payload = Payload(issuer ?? Options.Issuer, audience ?? Options.Audience, expires ?? Now.AddHours(1), notBefore ?? Now);
        claims?.Invoke(payload);
        return new JsonWebTokenHandler().CreateToken(
            JsonSerializer.Serialize(payload), new SigningCredentials(new SymmetricSecurityKey(key ?? Key), algorithm));
    }

    private static Dictionary<string, object> Payload(string issuer, string audience, DateTimeOffset expires, DateTimeOffset notBefore) => new(StringComparer.Ordinal)
    {
        ["iss"] = issuer,
        ["aud"] = audience,
        ["exp"] = expires.ToUnixTimeSeconds(),
        ["nbf"] = notBefore.ToUnixTimeSeconds(),
        ["sub"] = "subject-1",
        ["id_number"] = "359901198801010012",
        ["name"] = "许若兰",
        ["role"] = "parent",
    };

    private static string Unsigned()
    {
        var payload = JsonSerializer.Serialize(Payload(Options.Issuer, Options.Audience, Now.AddHours(1), Now));
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(payload))}.";
    }
}
