using Enrollment.Domain;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>Reads the published order of a round (seeds/admission/rounds has examples), or names every fault in it.</summary>
internal sealed class RoundSetupReader(DistrictSupplies supplies)
{
    private const int MaxBytes = 64 * 1024;

    public async Task<(RoundSetup? Setup, IReadOnlyList<Fault> Faults)> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await StrictJson.ReadAsync<RoundSetupForm>(request, MaxBytes, cancellationToken) switch
        {
            JsonRead<RoundSetupForm>.Read read => read.Value.Read(supplies.Has),
            JsonRead<RoundSetupForm>.Refused refused => (null, refused.Faults),
            _ => throw new InvalidOperationException("JsonRead is closed."),
        };
}
