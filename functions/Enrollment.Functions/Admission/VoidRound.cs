using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Two people of the bureau declare a round void: the only way to change anything once its list is sealed. What it offered is taken back.</summary>
internal sealed class VoidRound(RoundActions actions, OpenRounds open)
{
    [Function(nameof(VoidRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/void")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => RequestAsync(request, year, round, cancellationToken));

    [Function("ConfirmVoidRound")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/void/confirm")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => SecondAsync(request, year, round, cancellationToken));

    private async Task<IResult> RequestAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (reason, faults) = await CeremonyBodies.VoidAsync(request, cancellationToken);
        if (reason is null)
            return Problems.Of(request, faults);
        return await actions.ApplyAsync(request, found!, new CeremonyAction.RequestVoid(new VoidRequest(staff!.Subject, reason)),
            new RoundEvent(RoundEventKind.VoidRequested, staff.Subject, actions.Now, reason), cancellationToken);
    }

    private async Task<IResult> SecondAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        // Whoever makes offers must not be overtaken by who takes them back.
        if (found!.Work is RoundWork.Offer)
            return Problems.Of(request, FaultCode.OffersBeingMade);
        await open.ArmAsync(found.Name, cancellationToken);
        var answer = await actions.ApplyAsync(request, found, new CeremonyAction.ConfirmVoid(staff!.Subject),
            new RoundEvent(RoundEventKind.Voided, staff.Subject, actions.Now), cancellationToken);
        await open.SendAsync(found.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }
}
