using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.DevCluster.Parents;

/// <summary>Mints the bearer token a parent would bring from the identity provider.</summary>
public static class DevelopmentTokens
{
    private static readonly SigningCredentials Credentials =
        new(new SymmetricSecurityKey(DevelopmentKeys.SigningKey), SecurityAlgorithms.HmacSha256);

    public static string For(string idNumber, string name) => For(idNumber, name, TimeSpan.FromHours(24));

    /// <param name="idNumber">The parent's identity number.</param>
    /// <param name="name">As in the register.</param>
    /// <param name="lifetime">Negative for one that has expired.</param>
    public static string For(string idNumber, string name, TimeSpan lifetime)
    {
        var expires = TimeProvider.System.GetUtcNow().UtcDateTime + lifetime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentKeys.Issuer,
            Audience = DevelopmentKeys.Audience,
            IssuedAt = expires.AddDays(-1),
            Expires = expires,
            SigningCredentials = Credentials,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = SubjectOf(idNumber),
                ["id_number"] = idNumber,
                ["name"] = name,
                ["role"] = "parent",
            },
        });
    }

    private static string SubjectOf(string idNumber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("parent:" + idNumber)))[..24];
}
