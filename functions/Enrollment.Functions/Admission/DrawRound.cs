using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>The entropy was read out: secret and entropy are fixed, and with them every child's place. Computing it is a message's work.</summary>
internal sealed class DrawRound(RoundActions actions, OpenRounds open)
{
    [Function(nameof(DrawRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/draw")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => StartAsync(request, year, round, cancellationToken));

    private async Task<IResult> StartAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (draw, faults) = await CeremonyBodies.DrawAsync(request, cancellationToken);
        if (draw is null)
            return Problems.Of(request, faults);
        // Armed before it is committed: a draw that starts is finished, whoever crashes. One that cannot start is not.
        if (found!.Ceremony.Apply(draw) is CeremonyTransition.Allowed)
            await open.ArmAsync(found.Name, cancellationToken);
        var answer = await actions.ApplyAsync(request, found, draw,
            new RoundEvent(RoundEventKind.DrawStarted, staff!.Subject, actions.Now, draw.Inputs.Entropy.Text), cancellationToken);
        await open.SendAsync(found.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }
}
