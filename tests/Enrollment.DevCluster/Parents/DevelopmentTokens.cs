using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.DevCluster.Parents;

/// <summary>Mints the bearer token a parent would bring from the identity provider.</summary>
public static class DevelopmentTokens
{
    // A demo's season goes on when its clock is set forward by days.
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromDays(60);

    private static readonly SigningCredentials Credentials =
        new(new SymmetricSecurityKey(DevelopmentKeys.SigningKey), SecurityAlgorithms.HmacSha256);

    public static string For(string idNumber, string name) => For(idNumber, name, UsualLifetime);

    /// <param name="idNumber">The parent's identity number.</param>
    /// <param name="name">As in the register.</param>
    /// <param name="lifetime">Negative for one that has expired.</param>
    public static string For(string idNumber, string name, TimeSpan lifetime) => Mint(lifetime, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["sub"] = SubjectOf(idNumber),
        ["id_number"] = idNumber,
        ["name"] = name,
        ["role"] = "parent",
    });

    /// <summary>A member of a school's staff.</summary>
    public static string ForSchool(string school) => Mint(UsualLifetime, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["sub"] = $"school-{school}",
        ["role"] = "school",
        ["school"] = school,
    });

    /// <summary>A member of the bureau's staff.</summary>
    public static string ForBureau(string subject) => Mint(UsualLifetime, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["sub"] = subject,
        ["role"] = "bureau",
    });

    private static string Mint(TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var expires = TimeProvider.System.GetUtcNow().UtcDateTime + lifetime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentKeys.Issuer,
            Audience = DevelopmentKeys.Audience,
            IssuedAt = expires.AddDays(-1),
            Expires = expires,
            SigningCredentials = Credentials,
            Claims = claims,
        });
    }

    private static string SubjectOf(string idNumber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("parent:" + idNumber)))[..24];
}
