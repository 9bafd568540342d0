using System.ComponentModel.DataAnnotations;

namespace Enrollment.Settings.Storage;

/// <summary>Settings <c>Cloud__*</c>: the addresses in which one Azure cloud differs from another.</summary>
public sealed class CloudOptions : IValidatableObject
{
    public const string Section = "Cloud";

    /// <summary>What follows the service in the addresses of a storage account that is given by name; in Azure China `core.chinacloudapi.cn`.</summary>
    [Required, RegularExpression("^[a-z0-9-]+([.][a-z0-9-]+)+$", MatchTimeoutInMilliseconds = 100)]
    public string StorageSuffix { get; init; } = "core.windows.net";

    /// <summary>Where an identity gets its tokens, unless it is a managed one; in Azure China `https://login.chinacloudapi.cn/`.</summary>
    [Setting(DefaultText = "`AZURE_AUTHORITY_HOST`, or the public cloud's")]
    public Uri? AuthorityHost { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AuthorityHost is { } host && !(host.IsAbsoluteUri && host.Scheme == Uri.UriSchemeHttps))
            yield return new ValidationResult("is not an https address", [nameof(AuthorityHost)]);
    }
}
