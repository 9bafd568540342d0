using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Placement;

/// <summary>Settings <c>Placement__*</c>: what a published list looks like and where its QR code leads.</summary>
internal sealed class PublicationOptions : IValidatableObject
{
    public const string Section = "Placement";

    /// <summary>The address families reach this service under. Printed on paper, so never taken from a request: its Host header is the caller's word.</summary>
    [Required]
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>A font file with Chinese.</summary>
    [Required]
    public string PostingFont { get; init; } = Files.Exports.PostingFont.DefaultFile;

    public bool MayRunIn(string? environment) => environment == "Development" || PublicBaseUrl is not { IsAbsoluteUri: true } url || url.Scheme == Uri.UriSchemeHttps;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsBase(PublicBaseUrl!))
            yield return new ValidationResult($"{Section}:{nameof(PublicBaseUrl)} is not an absolute http or https address without user, query and fragment.");
        using var font = Files.Exports.PostingFont.Load(PostingFont);
        if (font is null)
            yield return new ValidationResult($"{Section}:{nameof(PostingFont)}: {PostingFont} is no font with Chinese. On Debian: apt-get install fonts-wqy-microhei.");
    }

    private static bool IsBase(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url is { UserInfo: "", Query: "", Fragment: "" };
}
