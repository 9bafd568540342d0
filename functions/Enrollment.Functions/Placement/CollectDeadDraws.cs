using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>A draw's message that failed five times is recorded for people and sent again while the draw is not over.</summary>
internal sealed class CollectDeadDraws(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadDraws))]
    public Task RunAsync([QueueTrigger(PlacementNames.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(PlacementNames.Queue, body, cancellationToken);
}
