using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The entropy was read out: secret and entropy are fixed, and with them the result. Computing it is a message's work.</summary>
internal sealed class StartDraw(CeremonyActions ceremony, OpenDraws openDraws)
{
    [Function(nameof(StartDraw))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/draw")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => StartAsync(request, code, run, cancellationToken));

    private async Task<IResult> StartAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (draw, faults) = await CeremonyBodies.DrawAsync(request, cancellationToken);
        if (draw is null)
            return Problems.Of(request, faults);
        // Armed before it is committed: a draw that starts is finished, whoever crashes. One that cannot start is not.
        if (placement!.Ceremony.Apply(draw) is CeremonyTransition.Allowed)
            await openDraws.ArmAsync(placement.Name, cancellationToken);
        var answer = await ceremony.ApplyAsync(request, placement, draw,
            new PlacementEvent(PlacementEventKind.DrawStarted, staff!.Subject, ceremony.Now, draw.Inputs.Entropy.Text), cancellationToken);
        await openDraws.SendAsync(placement.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }
}
