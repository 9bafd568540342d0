using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Notices;

/// <summary>The queue of notices on their way out.</summary>
internal static class NoticeQueues
{
    public const string Notices = "notices";
    public const string Poison = Notices + VerificationQueues.Poison;
}

/// <summary>Collects what became of deliveries that failed five times.</summary>
internal sealed class CollectDeadNotices(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadNotices))]
    public Task RunAsync([QueueTrigger(NoticeQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(NoticeQueues.Notices, body, cancellationToken);
}
