using Enrollment.Domain.Placement.Rosters;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Placement;

/// <summary>The public addresses of a placement.</summary>
internal sealed class PlacementLinks(IOptions<PublicationOptions> options)
{
    /// <summary>The page that runs this placement again in the browser and finds a child's class by row code. Printed as a QR code, so it is short.</summary>
    public Uri Verifier(PlacementName name) => options.Value.VerifierOf(Record(name));

    public Uri Record(PlacementName name) => Of(name, "record");

    public Uri Posting(PlacementName name) => Of(name, "posting");

    public Uri Proof(PlacementName name) => Of(name, "proof");

    /// <summary>With <c>{row}</c> where a row code goes.</summary>
    public string RowTemplate(PlacementName name) => $"{Proof(name)}/{{row}}";

    private Uri Of(PlacementName name, string part) => options.Value.At($"schools/{name.School}/placements/{name.Run}/{part}");
}
