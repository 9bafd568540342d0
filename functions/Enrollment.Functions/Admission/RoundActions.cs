using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>What every action on a round has in common: who asks, what it is now, and that only one change wins.</summary>
internal sealed class RoundActions(CallerTokens callers, RoundStore rounds, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The round, and the member of the bureau who may act on it; or the answer that says why not.</summary>
    public async Task<(StaffCaller? Staff, StoredRound? Round, IResult? Refusal)> FindAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return (null, null, Problems.Of(request, FaultCode.Unauthenticated));
        // Not there, not for the caller's role: deliberately one answer.
        if (!staff.IsBureau || RoundName.Of(year, round) is not { } name || await rounds.FindAsync(name, cancellationToken) is not { } found)
            return (null, null, Problems.Of(request, FaultCode.NotFound));
        return request.Headers.IfMatch.Count > 0 && !EntityTags.Means(request, found.Version.ToString())
            ? (null, null, Problems.Of(request, FaultCode.PreconditionFailed))
            : (staff, found, null);
    }

    /// <summary>Applies a step of the ceremony and stores what it made; the step taken already is answered as taken.</summary>
    public async Task<IResult> ApplyAsync(HttpRequest request, StoredRound round, CeremonyAction action, RoundEvent happened, CancellationToken cancellationToken) =>
        round.Ceremony.Apply(action) switch
        {
            CeremonyTransition.Refused refused => Problems.Of(request, CeremonyProblems.CodeOf(refused.Reason)),
            CeremonyTransition.Allowed { Ceremony: var after } when after == round.Ceremony => await AnswerAsync(request, round.Name, cancellationToken),
            CeremonyTransition.Allowed { Ceremony: var after } => await CommitAsync(request, round, round with { Ceremony = after }, happened, cancellationToken),
            _ => throw new InvalidOperationException("CeremonyTransition is closed."),
        };

    public async Task<IResult> CommitAsync(HttpRequest request, StoredRound round, StoredRound after, RoundEvent happened, CancellationToken cancellationToken) =>
        await rounds.CommitAsync(round, after, happened, cancellationToken)
            ? await AnswerAsync(request, round.Name, cancellationToken)
            : Problems.Of(request, FaultCode.PreconditionFailed);

    /// <summary>The round as it is now.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, RoundName name, CancellationToken cancellationToken)
    {
        var now = (await rounds.FindAsync(name, cancellationToken))!;
        request.HttpContext.Response.Headers.ETag = now.Version.ToString();
        return Results.Ok(RoundView.Of(now, forStaff: true));
    }
}
