using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Placement;

/// <summary>Settings <c>Placement__*</c>: what a published list looks like and where its QR code leads.</summary>
internal sealed class PublicationOptions : IValidatableObject
{
    public const string Section = "Placement";

    /// <summary>The address families reach this service under, printed on posting lists as a QR code. https outside Development.</summary>
    // Never taken from a request: its Host header is the caller's word.
    [Required]
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>The font file of posting lists, with Chinese; Debian: `fonts-wqy-microhei`.</summary>
    [Required]
    public string PostingFont { get; init; } = Files.Exports.PostingFont.DefaultFile;

    public bool MayRunIn(string? environment) => environment == "Development" || PublicBaseUrl is not { IsAbsoluteUri: true } url || url.Scheme == Uri.UriSchemeHttps;

    /// <summary>An address of this service as families reach it.</summary>
    public Uri At(string path) => new($"{PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/api/{path}");

    /// <summary>The page that runs a draw again in the browser, from its public record.</summary>
    public Uri VerifierOf(Uri record) => At($"verify/index.html?record={record.AbsolutePath}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicBaseUrl is { } url && !IsBase(url))
            yield return new ValidationResult("is not an absolute http or https address without user, query and fragment", [nameof(PublicBaseUrl)]);
        if (string.IsNullOrEmpty(PostingFont))
            yield break;
        using var font = Files.Exports.PostingFont.Load(PostingFont);
        if (font is null)
            yield return new ValidationResult($"{PostingFont} is no font with Chinese; on Debian: apt-get install fonts-wqy-microhei", [nameof(PostingFont)]);
    }

    private static bool IsBase(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url is { UserInfo: "", Query: "", Fragment: "" };
}
