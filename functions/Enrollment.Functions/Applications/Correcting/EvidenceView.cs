using System.Globalization;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>An uploaded paper as its parent sees it.</summary>
internal sealed record EvidenceView(string Id, string Paper, string ContentType, int Size, string Sha256, DateTimeOffset UploadedAt, string State, string StateText)
{
    public static EvidenceView Of(EvidenceFile file, CultureInfo language) =>
        new(file.Id, file.Paper, file.MediaType, file.Size, file.Sha256, file.UploadedAt, file.State.ToString(), Texts.Get($"Evidence.{file.State}", language));
}
