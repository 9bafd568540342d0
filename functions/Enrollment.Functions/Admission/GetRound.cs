using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>What everybody may see of rounds: from sealing on the digests, after the draw its inputs.</summary>
internal sealed class GetRound(CallerTokens callers, RoundStore rounds)
{
    [Function(nameof(GetRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdmissionNames.RoundRoute)] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => OneAsync(request, year, round, cancellationToken));

    [Function("ListRounds")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdmissionNames.Route + "/{year}")] HttpRequest request, string year, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => AllAsync(request, year, cancellationToken));

    private async Task<IResult> OneAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var isBureau = await IsBureauAsync(request, cancellationToken);
        // What is not sealed is a draft of the bureau's own.
        if (RoundName.Of(year, round) is not { } name || await rounds.FindAsync(name, cancellationToken) is not { } found || (!isBureau && found.Ceremony.State is CeremonyState.Open))
            return Problems.Of(request, FaultCode.NotFound);
        request.HttpContext.Response.Headers.ETag = found.Version.ToString();
        return Results.Ok(RoundView.Of(found, isBureau));
    }

    private async Task<IResult> AllAsync(HttpRequest request, string year, CancellationToken cancellationToken)
    {
        var isBureau = await IsBureauAsync(request, cancellationToken);
        var all = RoundName.YearOf(year) is { } number ? await rounds.OfYearAsync(number, cancellationToken) : [];
        return Results.Ok(new { Rounds = all.Where(round => isBureau || round.Ceremony.State is not CeremonyState.Open).Select(round => RoundView.Of(round, isBureau)) });
    }

    private async Task<bool> IsBureauAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await callers.AuthenticateStaffAsync(request, cancellationToken) is { IsBureau: true };
}
