using Enrollment.Domain.Draws;
using Enrollment.Functions.Placement;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Admission;

/// <summary>The public addresses of a round.</summary>
internal sealed class AdmissionLinks(IOptions<PublicationOptions> options)
{
    /// <summary>The page that runs the round again in the browser; it says so when the record is of another result than the paper's.</summary>
    public Uri Verifier(RoundName name, Digest result) =>
        new($"{options.Value.VerifierOf(options.Value.At($"{AdmissionNames.Route}/{name.Partition}/{name.Round}/record")).AbsoluteUri}&result={result}");
}
