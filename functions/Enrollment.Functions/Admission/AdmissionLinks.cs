using Enrollment.Domain.Draws;
using Enrollment.Functions.Placement;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Admission;

/// <summary>The public addresses of a round.</summary>
internal sealed class AdmissionLinks(IOptions<PublicationOptions> options)
{
    private readonly string _base = options.Value.PublicBaseUrl!.AbsoluteUri.TrimEnd('/');

    /// <summary>The page that runs the round again in the browser; it says so when the record is of another result than the paper's.</summary>
    public Uri Verifier(RoundName name, Digest result) =>
        new($"{_base}/api/verify/index.html?record={new Uri($"{_base}/api/{AdmissionNames.Route}/{name.Partition}/{name.Round}/record").AbsolutePath}&result={result}");
}
