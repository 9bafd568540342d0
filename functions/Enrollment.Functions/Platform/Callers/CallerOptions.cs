using System.ComponentModel.DataAnnotations;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Settings;

namespace Enrollment.Functions.Platform.Callers;

/// <summary>Settings <c>Callers__*</c>: whose bearer tokens are believed.</summary>
internal sealed class CallerOptions
{
    public const string Section = "Callers";

    /// <summary>The issuer of the tokens that demo and tests mint with a key everybody can read.</summary>
    public const string DevelopmentIssuer = "https://dev.enrollment.invalid";

    /// <summary>The issuer whose bearer tokens are believed.</summary>
    [Required]
    public string Issuer { get; init; } = "";

    /// <summary>The audience its tokens must be for.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>Signs the tokens (HS256).</summary>
    [Base64Bytes(32), Setting(Secret = true)]
    public string SigningKey { get; init; } = "";

    public bool MayRunIn(string? environment) =>
        environment == "Development" || !string.Equals(Issuer?.Trim().TrimEnd('/'), DevelopmentIssuer, StringComparison.OrdinalIgnoreCase);
}
