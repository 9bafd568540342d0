using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Files.Uploads;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>What an upload grant allows: these very bytes, as this paper of this application, for a few minutes (docs/adr/0017).</summary>
/// <param name="Application">Whose.</param>
/// <param name="File">The file's id.</param>
/// <param name="Paper">The paper it is, by its id in the policy.</param>
/// <param name="MediaType">What it must be.</param>
/// <param name="Size">How many bytes.</param>
/// <param name="Sha256">Of these bytes.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record EvidenceGrant(ApplicationId Application, string File, string Paper, string MediaType, int Size, string Sha256, DateTimeOffset ExpiresAt)
{
    public UploadType Type => UploadTypes.OfMediaType(MediaType)!.Value;
}

/// <summary>Writes grants into addresses and reads them back; whoever alters one has none.</summary>
internal sealed class EvidenceGrants(BlindIndex index, TimeProvider clock)
{
    private const string Purpose = "evidence-grant";
    private const char Separator = '~';

    /// <summary>As it stands in an address.</summary>
    public string Write(EvidenceGrant grant)
    {
        var content = string.Join(Separator, grant.Application.Value, grant.File, grant.Paper, grant.Type.Extension(), grant.Size.ToString(CultureInfo.InvariantCulture),
            grant.Sha256, grant.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return content + Separator + index.Of(Purpose, content);
    }

    /// <summary>Null when we did not write it.</summary>
    public EvidenceGrant? Read(string text)
    {
        var end = text.LastIndexOf(Separator);
        if (end < 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text[(end + 1)..]), Encoding.UTF8.GetBytes(index.Of(Purpose, text[..end]))))
            return null;
        var parts = text[..end].Split(Separator);
        return new EvidenceGrant(ApplicationId.Parse(parts[0]), parts[1], parts[2], MediaTypeOf(parts[3]), int.Parse(parts[4], CultureInfo.InvariantCulture), parts[5],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[6], CultureInfo.InvariantCulture)));
    }

    public bool HasExpired(EvidenceGrant grant) => grant.ExpiresAt <= clock.GetUtcNow();

    private static string MediaTypeOf(string extension) => extension switch
    {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "pdf" => "application/pdf",
        _ => throw new FormatException("Not a grant of ours."),
    };
}
