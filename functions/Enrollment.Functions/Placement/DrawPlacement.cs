using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Computes what the inputs determine. A message that comes twice, or to two hosts, finds the same result or its own done already.</summary>
internal sealed class DrawPlacement(PlacementStore placements, PlacementFiles files, OpenDraws openDraws, DrawProgress progress, TimeProvider clock)
{
    [Function(nameof(DrawPlacement))]
    public Task RunAsync([QueueTrigger(PlacementNames.Queue)] DrawMessage message, CancellationToken cancellationToken) =>
        openDraws.WatchAsync(message, () => DrawAsync(message, cancellationToken), cancellationToken);

    private async Task DrawAsync(DrawMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(DrawPlacement), message.TraceParent, PlacementNames.Queue);
        if (await placements.FindAsync(message.School, message.Run, cancellationToken) is not { } placement)
            return;
        if (placement.Ceremony.State is CeremonyState.Drawing drawing)
        {
            var (result, report) = await ComputeAsync(placement, drawing, cancellationToken);
            await files.SaveResultAsync(result, placement.Name, cancellationToken);
            // Before the draw counts as over: whoever sees a result finds its report.
            await files.SaveReportAsync(report, placement.Name, cancellationToken);
            if (placement.Ceremony.Apply(new CeremonyAction.Complete(result.Digest)) is CeremonyTransition.Allowed { Ceremony: var after })
            {
                await placements.CommitAsync(placement, after,
                    new PlacementEvent(PlacementEventKind.Drawn, "service", clock.GetUtcNow(), result.Digest.ToString()), cancellationToken);
            }
        }
        // Whoever lost the race reads again: the row goes only when the draw is seen to be over. A committed one may be about to start.
        if ((await placements.FindAsync(message.School, message.Run, cancellationToken))!.Ceremony.State is not (CeremonyState.Drawing or CeremonyState.Committed))
            await openDraws.DisarmAsync(placement.Name, cancellationToken);
    }

    private async Task<(PlacementResult Result, BalanceReport Report)> ComputeAsync(StoredPlacement placement, CeremonyState.Drawing drawing, CancellationToken cancellationToken)
    {
        var list = await files.ListAsync(placement.Name, cancellationToken);
        if (Digest.Of(list.CanonicalBytes()) != drawing.Digests.Sha256)
            throw new InvalidDataException($"The stored list of {placement.Name.Run} is not the one that was sealed.");
        var attributes = await files.AttributesAsync(placement.Name, list, cancellationToken);
        var seed = DrawSeed.Derive(drawing.Digests.Sha256, drawing.Inputs.Secret, drawing.Inputs.Entropy);
        using var told = progress.Of(placement.Name);
        var result = PlacementDraw.Run(list, attributes, seed, told.Report, cancellationToken)
            ?? throw new InvalidOperationException($"The sealed list of {placement.Name.Run} has no placement.");
        return (result, BalanceReport.Of(result, attributes is null ? null : AttributeTable.Parse(attributes), seed, cancellationToken));
    }
}
