using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Placement;

/// <summary>What every action on a placement has in common: who asks, what it is now, and that only one change wins.</summary>
internal sealed class CeremonyActions(CallerTokens callers, PlacementStore placements, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The placement, and the member of staff who may act on it; or the answer that says why not.</summary>
    public async Task<(StaffCaller? Staff, StoredPlacement? Placement, IResult? Refusal)> FindAsync(
        HttpRequest request, string code, string run, bool bureauOnly, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return (null, null, Problems.Of(request, FaultCode.Unauthenticated));
        // Not there, not the caller's, not for the caller's role: deliberately one answer.
        var placement = staff.ActsFor(code) && (staff.IsBureau || !bureauOnly) && PlacementQuery.IsSchoolCode(code)
            ? await placements.FindAsync(code, run, cancellationToken)
            : null;
        if (placement is null)
            return (null, null, Problems.Of(request, FaultCode.NotFound));
        return request.Headers.IfMatch.Count > 0 && !EntityTags.Means(request, placement.Version.ToString())
            ? (null, null, Problems.Of(request, FaultCode.PreconditionFailed))
            : (staff, placement, null);
    }

    /// <summary>Applies an action and stores what it made; the action done already is answered as done.</summary>
    public async Task<IResult> ApplyAsync(HttpRequest request, StoredPlacement placement, CeremonyAction action, PlacementEvent happened, CancellationToken cancellationToken)
    {
        var transition = placement.Ceremony.Apply(action);
        if (transition is CeremonyTransition.Refused refused)
            return Problems.Of(request, CeremonyProblems.CodeOf(refused.Reason));
        var after = ((CeremonyTransition.Allowed)transition).Ceremony;
        if (after != placement.Ceremony && !await placements.CommitAsync(placement, after, happened, cancellationToken))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        return await AnswerAsync(request, placement, cancellationToken);
    }

    /// <summary>The placement as it is now.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, StoredPlacement placement, CancellationToken cancellationToken)
    {
        var now = (await placements.FindAsync(placement.Name.School, placement.Name.Run, cancellationToken))!;
        request.HttpContext.Response.Headers.ETag = now.Version.ToString();
        return Results.Ok(PlacementView.Of(now, await placements.LateJoinersAsync(now, cancellationToken), RequestLanguage.Of(request), forStaff: true));
    }
}
