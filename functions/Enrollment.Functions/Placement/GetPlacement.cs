using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>What everybody may see of placements: the state, the digests, after the draw its inputs; staff also the warnings.</summary>
internal sealed class GetPlacement(CallerTokens callers, PlacementStore placements, DrawProgress progress)
{
    [Function(nameof(GetPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => OneAsync(request, code, run, cancellationToken));

    [Function("ListPlacements")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route)] HttpRequest request, string code, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => AllAsync(request, code, cancellationToken));

    private async Task<IResult> OneAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var isStaff = await callers.ActsForAsync(request, code, cancellationToken);
        var placement = PlacementQuery.IsSchoolCode(code) ? await placements.FindAsync(code, run, cancellationToken) : null;
        // What is not sealed is a draft of the school's own.
        if (placement is null || (!isStaff && placement.Ceremony.State is CeremonyState.Open))
            return Problems.Of(request, FaultCode.NotFound);
        request.HttpContext.Response.Headers.ETag = placement.Version.ToString();
        if (progress.HundredthsOf(placement.Name) is { } done)
            request.HttpContext.Response.Headers["X-Progress"] = FormattableString.Invariant($"{done}");
        return Results.Ok(PlacementView.Of(placement, await placements.LateJoinersAsync(placement, cancellationToken), RequestLanguage.Of(request), isStaff));
    }

    private async Task<IResult> AllAsync(HttpRequest request, string code, CancellationToken cancellationToken)
    {
        var isStaff = await callers.ActsForAsync(request, code, cancellationToken);
        var all = PlacementQuery.IsSchoolCode(code) ? await placements.OfSchoolAsync(code, cancellationToken) : [];
        return Results.Ok(new
        {
            Placements = all.Where(placement => isStaff || placement.Ceremony.State is not CeremonyState.Open)
                .Select(placement => PlacementView.Of(placement, [], RequestLanguage.Of(request), isStaff)),
        });
    }
}
