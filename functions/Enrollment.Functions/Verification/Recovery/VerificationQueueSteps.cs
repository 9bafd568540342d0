using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification.Callbacks;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>The steps of one application: planning, checks, callbacks, scans and notices.</summary>
internal sealed class VerificationQueueSteps(ApplicationStore applications, CallbackInbox inbox) : IQueueSteps
{
    public IReadOnlyList<string> Queues => [.. VerificationQueues.All, EvidenceQueues.Scans, NoticeQueues.Notices];

    public async Task<JudgedStep> JudgeAsync(string queue, string body, CancellationToken cancellationToken)
    {
        if (JudgedStep.Read<DeadMessage>(body) is not { } message || !ApplicationId.TryParse(message.ApplicationId, out var id))
            return JudgedStep.Unreadable;
        if (await applications.FindAsync(id!, cancellationToken) is not { Application: var application })
            return new JudgedStep(DeadLetterVerdict.NoSuchApplication, id!.Value);
        var isDue = queue switch
        {
            VerificationQueues.Plan => application.Status is ApplicationStatus.Submitted,
            EvidenceQueues.Scans => application.ScansDueAt is not null,
            NoticeQueues.Notices => application.NoticesDueAt is not null,
            VerificationQueues.Callbacks => await inbox.IsWaitingAsync(id!, message.CallbackKey, cancellationToken),
            _ => application.IsBeingVerified && Enum.GetValues<Department>().Any(d => VerificationQueues.Of(d) == queue && application.CheckOf(d) is { AwaitsAnswer: true }),
        };
        return new JudgedStep(isDue ? DeadLetterVerdict.StillDue : DeadLetterVerdict.DoneAlready, id!.Value);
    }

    private sealed record DeadMessage(string? ApplicationId, string? CallbackKey);
}
