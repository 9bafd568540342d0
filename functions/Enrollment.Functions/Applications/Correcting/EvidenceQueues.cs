using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>The queue of malware scans.</summary>
internal static class EvidenceQueues
{
    public const string Scans = "evidence-scans";
    public const string Poison = Scans + VerificationQueues.Poison;
}

/// <summary>Collects what became of scans that failed five times.</summary>
internal sealed class CollectDeadScans(DeadLetters deadLetters)
{
    [Function(nameof(CollectDeadScans))]
    public Task RunAsync([QueueTrigger(EvidenceQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(EvidenceQueues.Scans, body, cancellationToken);
}
