using Enrollment.Domain.Verification;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification;

/// <summary>Turns a submitted application into checks, one message each. Its own message is its retry, so it arms nothing.</summary>
internal sealed class PlanVerification(ApplicationStore applications, ApplicationCommits commits, PolicyVersions versions, VerificationSteps steps, DistrictSupplies supplies)
{
    [Function(nameof(PlanVerification))]
    public Task RunAsync([QueueTrigger(VerificationQueues.Plan)] StepMessage message, CancellationToken cancellationToken) =>
        steps.WatchAsync(VerificationQueues.Plan, message.ApplicationId, () => PlanAsync(message, cancellationToken), cancellationToken);

    private async Task PlanAsync(StepMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(PlanVerification), message.TraceParent, VerificationQueues.Plan);
        if (await applications.FindAsync(ApplicationId.Parse(message.ApplicationId), cancellationToken) is not { } stored)
            return;
        activity?.SetTag(Tracing.Application, stored.Application.Id.Value);
        var policy = await versions.SealAsync(stored.Application.PolicyId, cancellationToken);
        var change = StartVerification.Decide(FirstReview.Assign(stored.Application, supplies), policy, steps.Schedule, steps.Now);
        if (change is null || await commits.TryAsync(stored, change, cancellationToken) is not CommitOutcome.Committed)
            return;
        await steps.SendChecksAsync(change.After.Id, change.After.Checks.Select(check => check.Department), activity?.Id ?? message.TraceParent, cancellationToken);
    }
}
