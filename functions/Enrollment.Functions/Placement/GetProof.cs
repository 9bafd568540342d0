using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>What the QR code of a posting list leads to: what a placement was drawn from; and for one row code, how its class follows from that.</summary>
internal sealed class GetProof(PlacementStore placements, PublishedPlacement published, PlacementLinks links)
{
    [Function(nameof(GetProof))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/proof")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => WholeAsync(request, code, run, cancellationToken));

    [Function("GetRowProof")]
    public Task<IResult> RowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/proof/{row}")] HttpRequest request, string code, string run,
        string row, CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => OneAsync(request, code, run, row, cancellationToken));

    private async Task<IResult> WholeAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        var drawn = await published.DrawnAsync(placement, cancellationToken);
        ListAnswers.Cache(request, isPublic: true);
        return Results.Ok(ProofView.Of(placement, drawn.Record, links));
    }

    private async Task<IResult> OneAsync(HttpRequest request, string code, string run, string row, CancellationToken cancellationToken)
    {
        if (!RowCode.TryParse(row, out var wanted) || await FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        var drawn = await published.DrawnAsync(placement, cancellationToken);
        if (RowProof.Of(drawn, wanted) is not { } proof)
            return Problems.Of(request, FaultCode.NotFound);
        ListAnswers.Cache(request, isPublic: true);
        return Results.Ok(new { Row = wanted.ToString(), Proof = proof, Placement = ProofView.Of(placement, drawn.Record, links) });
    }

    // Paper stays on the wall after a placement became void: its code must then say so.
    private async Task<StoredPlacement?> FindAsync(string code, string run, CancellationToken cancellationToken) =>
        PlacementQuery.IsSchoolCode(code) && await placements.FindAsync(code, run, cancellationToken) is { } found && found.IsPublic ? found : null;
}
