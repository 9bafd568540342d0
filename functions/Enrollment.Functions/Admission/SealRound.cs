using Enrollment.Domain;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Files.Digests;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Fixes a round's list and publishes its digests. A list that leaves a child without a place, or a question to nobody, cannot be sealed.</summary>
internal sealed class SealRound(RoundActions actions, RoundFiles files)
{
    [Function(nameof(SealRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/seal")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => SealAsync(request, year, round, cancellationToken));

    private async Task<IResult> SealAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        if (found!.PreparedAt is null)
            return Problems.Of(request, FaultCode.RoundNotPrepared);
        var list = await files.ListAsync(found.Name, cancellationToken);
        if (await FaultsAsync(found, list, cancellationToken) is { Count: > 0 } faults)
            return Problems.Of(request, FaultCode.AdmissionListFaulty, faults);
        var bytes = list.CanonicalBytes();
        var digests = new ListDigests(Digest.Of(bytes), Sm3.Of(bytes));
        return await actions.ApplyAsync(request, found, new CeremonyAction.Seal(digests),
            new RoundEvent(RoundEventKind.Sealed, staff!.Subject, actions.Now, digests.Sha256.ToString()), cancellationToken);
    }

    private async Task<List<ProblemError>> FaultsAsync(StoredRound round, AdmissionList list, CancellationToken cancellationToken) =>
    [
        .. list.Check().Select(fault => new ProblemError(fault.Subject, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Code.ToString()), fault.Detail)),
        .. (await files.AttentionsAsync(round.Name, cancellationToken)).Where(attention => attention.Blocks)
            .Select(attention => new ProblemError(attention.Application, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(attention.Code.ToString()), attention.Detail)),
    ];
}
