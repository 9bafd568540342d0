using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>What a placement was drawn from, what came out, and where to check it.</summary>
internal sealed class GetProof(PublishedPlacement published, PlacementLinks links)
{
    [Function(nameof(GetProof))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/proof")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        if (await published.FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        var drawn = await published.DrawnAsync(placement, cancellationToken);
        ListAnswers.Cache(request, isPublic: true);
        return Results.Ok(ProofView.Of(placement, drawn.Record, links));
    }
}
