using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Makes the result public: from then on anybody may fetch the record and run it again.</summary>
internal sealed class PublishPlacement(CeremonyActions ceremony)
{
    [Function(nameof(PublishPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/publish")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PublishAsync(request, code, run, cancellationToken));

    private async Task<IResult> PublishAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        return refusal ?? await ceremony.ApplyAsync(request, placement!, new CeremonyAction.Publish(),
            new PlacementEvent(PlacementEventKind.Published, staff!.Subject, ceremony.Now), cancellationToken);
    }
}
