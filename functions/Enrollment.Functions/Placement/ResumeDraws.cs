using Enrollment.Domain.Draws.Ceremonies;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Every 30 seconds: a draw that was started and is not over gets its message again.</summary>
internal sealed class ResumeDraws(PlacementStore placements, OpenDraws openDraws, DrawProgress progress)
{
    [Function(nameof(ResumeDraws))]
    public async Task RunAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var name in await openDraws.AllAsync(cancellationToken))
        {
            var placement = await placements.FindAsync(name.School, name.Run, cancellationToken);
            if (placement?.Ceremony.State is CeremonyState.Drawing)
            {
                if (progress.HundredthsOf(name) is null)
                    await openDraws.SendAsync(name, traceParent: null, cancellationToken);
            }
            else if (placement?.Ceremony.State is not CeremonyState.Committed)
            {
                // A committed one may be about to start: its row was armed before the change that needs it.
                await openDraws.DisarmAsync(name, cancellationToken);
            }
        }
    }
}
