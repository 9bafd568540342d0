using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The bureau publishes digests of its secrets before anybody knows the entropy.</summary>
internal sealed class CommitPlacement(CeremonyActions ceremony)
{
    [Function(nameof(CommitPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/commit")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => CommitAsync(request, code, run, cancellationToken));

    private async Task<IResult> CommitAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (commit, faults) = await CeremonyBodies.CommitAsync(request, cancellationToken);
        if (commit is null)
            return Problems.Of(request, faults);
        return await ceremony.ApplyAsync(request, placement!, commit,
            new PlacementEvent(PlacementEventKind.Committed, staff!.Subject, ceremony.Now, commit.Commitments.Secret.ToString()), cancellationToken);
    }
}
