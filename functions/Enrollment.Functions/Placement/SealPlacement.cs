using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Files.Digests;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Fixes the list and publishes its digests; nothing in it changes afterwards.</summary>
internal sealed class SealPlacement(CeremonyActions ceremony, PlacementFiles files)
{
    [Function(nameof(SealPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/seal")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => SealAsync(request, code, run, cancellationToken));

    private async Task<IResult> SealAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: false, cancellationToken);
        if (refusal is not null)
            return refusal;
        var bytes = (await files.ListAsync(placement!.Name, cancellationToken)).CanonicalBytes();
        var digests = new ListDigests(Digest.Of(bytes), Sm3.Of(bytes));
        return await ceremony.ApplyAsync(request, placement, new CeremonyAction.Seal(digests),
            new PlacementEvent(PlacementEventKind.Sealed, staff!.Subject, ceremony.Now, digests.Sha256.ToString()), cancellationToken);
    }
}
