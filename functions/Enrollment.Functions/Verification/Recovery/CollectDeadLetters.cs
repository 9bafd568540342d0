using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>One collector for each poison queue.</summary>
internal sealed class CollectDeadLetters(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadLettersOfPlan))]
    public Task CollectDeadLettersOfPlan([QueueTrigger(VerificationQueues.Plan + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Plan, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfPolice))]
    public Task CollectDeadLettersOfPolice([QueueTrigger(VerificationQueues.Police + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Police, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfCivilAffairs))]
    public Task CollectDeadLettersOfCivilAffairs(
        [QueueTrigger(VerificationQueues.CivilAffairs + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.CivilAffairs, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfProperty))]
    public Task CollectDeadLettersOfProperty([QueueTrigger(VerificationQueues.Property + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Property, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfSocialSecurity))]
    public Task CollectDeadLettersOfSocialSecurity(
        [QueueTrigger(VerificationQueues.SocialSecurity + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.SocialSecurity, body, cancellationToken);

    [Function(nameof(CollectDeadLettersOfCallbacks))]
    public Task CollectDeadLettersOfCallbacks([QueueTrigger(VerificationQueues.Callbacks + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(VerificationQueues.Callbacks, body, cancellationToken);
}
