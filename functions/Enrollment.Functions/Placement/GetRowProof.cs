using Enrollment.Domain;
using Enrollment.Domain.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>For whoever holds a row code: how its class follows from what was drawn.</summary>
internal sealed class GetRowProof(PublishedPlacement published, PlacementLinks links)
{
    [Function(nameof(GetRowProof))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/proof/{row}")] HttpRequest request, string code, string run,
        string row, CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, row, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, string row, CancellationToken cancellationToken)
    {
        if (!RowCode.TryParse(row, out var wanted) || await published.FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        var drawn = await published.DrawnAsync(placement, cancellationToken);
        if (RowProof.Of(drawn, wanted) is not { } proof)
            return Problems.Of(request, FaultCode.NotFound);
        ListAnswers.Cache(request, isPublic: true);
        return Results.Ok(new { Row = wanted.ToString(), Proof = proof, Placement = ProofView.Of(placement, drawn.Record, links) });
    }
}
