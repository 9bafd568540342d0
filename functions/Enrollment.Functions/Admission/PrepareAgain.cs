using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>After the bureau has cleared what its list needed people for, the list is made anew; only before it is sealed.</summary>
internal sealed class PrepareAgain(RoundActions actions, OpenRounds open)
{
    [Function("PrepareRoundAgain")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/prepare")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PrepareAsync(request, year, round, cancellationToken));

    private async Task<IResult> PrepareAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        if (found!.Ceremony.State is not CeremonyState.Open)
            return Problems.Of(request, FaultCode.DrawAlreadySealed);
        await open.ArmAsync(found.Name, cancellationToken);
        var answer = await actions.CommitAsync(request, found, found with { PreparedAt = null },
            new RoundEvent(RoundEventKind.PreparationAsked, staff!.Subject, actions.Now), cancellationToken);
        await open.SendAsync(found.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }
}
