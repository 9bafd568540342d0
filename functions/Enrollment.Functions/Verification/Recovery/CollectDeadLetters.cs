using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>One collector for each poison queue; a department's stands in its folder, beside the function that reads its queue.</summary>
internal sealed class CollectDeadLetters(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadLettersOfPlan))]
    public Task CollectDeadLettersOfPlan([QueueTrigger(VerificationQueues.Plan + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Plan, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfCallbacks))]
    public Task CollectDeadLettersOfCallbacks([QueueTrigger(VerificationQueues.Callbacks + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Callbacks, body, cancellationToken);
}
