using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Two people of the bureau declare a placement void; it stays public, with the reason, beside the one that follows.</summary>
internal sealed class VoidPlacement(CeremonyActions ceremony)
{
    [Function(nameof(VoidPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/void")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => RequestAsync(request, code, run, cancellationToken));

    [Function("ConfirmVoidPlacement")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/void/confirm")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => SecondAsync(request, code, run, cancellationToken));

    private async Task<IResult> RequestAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (reason, faults) = await CeremonyBodies.VoidAsync(request, cancellationToken);
        if (reason is null)
            return Problems.Of(request, faults);
        return await ceremony.ApplyAsync(request, placement!, new CeremonyAction.RequestVoid(new VoidRequest(staff!.Subject, reason)),
            new PlacementEvent(PlacementEventKind.VoidRequested, staff.Subject, ceremony.Now, reason), cancellationToken);
    }

    private async Task<IResult> SecondAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        return refusal ?? await ceremony.ApplyAsync(request, placement!, new CeremonyAction.ConfirmVoid(staff!.Subject),
            new PlacementEvent(PlacementEventKind.Voided, staff.Subject, ceremony.Now), cancellationToken);
    }
}
