using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Tests.Support;

/// <summary>A bearer token to be, good in every respect unless a test spoils one.</summary>
internal sealed record Tokens(string IdNumber, string Name)
{
    public string Issuer { get; init; } = DevelopmentKeys.Issuer;

    public string Audience { get; init; } = DevelopmentKeys.Audience;

    public byte[] Key { get; init; } = DevelopmentKeys.SigningKey;

    public string Algorithm { get; init; } = SecurityAlgorithms.HmacSha256;

    // Tests live in 2026, on a clock of their own.
    public DateTimeOffset Expires { get; init; } = new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>A claim to leave out.</summary>
    public string? Without { get; init; }

    public static Tokens Of(DemoFamily family)
    {
        var guardian = family.Form.GetProperty("guardian");
        return new Tokens(guardian.GetProperty("documentNumber").GetString()!, guardian.GetProperty("name").GetString()!);
    }

    public string Mint()
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "subject", ["id_number"] = IdNumber, ["name"] = Name, ["role"] = "parent" };
        if (Without is not null)
            claims.Remove(Without);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Expires = Expires.UtcDateTime,
            NotBefore = NotBefore?.UtcDateTime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Key), Algorithm),
            Claims = claims,
        });
    }

    /// <summary>The same claims under "alg": "none", without a signature.</summary>
    public string MintUnsigned() => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Mint().Split('.')[1]}.";
}
