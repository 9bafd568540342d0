using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A round's message that failed five times is recorded for people and sent again while the round has work to do.</summary>
internal sealed class CollectDeadRounds(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadRounds))]
    public Task RunAsync([QueueTrigger(AdmissionNames.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(AdmissionNames.Queue, body, cancellationToken);
}
