using Enrollment.Domain;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>The record anybody can run again (docs/admission-record.md); the bureau may fetch it before publication.</summary>
internal sealed class GetRoundRecord(CallerTokens callers, RoundStore rounds, DrawnRounds drawn)
{
    [Function(nameof(GetRoundRecord))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdmissionNames.RoundRoute + "/record")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, year, round, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var isBureau = await callers.AuthenticateStaffAsync(request, cancellationToken) is { IsBureau: true };
        if (RoundName.Of(year, round) is not { } name || await rounds.FindAsync(name, cancellationToken) is not { } found || (!isBureau && !found.IsPublic))
            return Problems.Of(request, FaultCode.NotFound);
        var parts = CeremonyParts.Of(found.Ceremony.State);
        if (parts is not { Result: not null, Inputs: { } inputs, Digests: { } digests })
            return Problems.Of(request, FaultCode.DrawNotDrawn);
        var record = AdmissionRecord.Of(await drawn.OfAsync(found.Name, cancellationToken), digests, inputs.Secret, inputs.Entropy);
        return Results.Bytes(record.ToJson(), "application/json", $"{found.Name.Round}-record.json");
    }
}
