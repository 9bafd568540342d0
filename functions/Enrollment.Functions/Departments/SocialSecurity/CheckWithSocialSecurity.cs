using Enrollment.Domain.Verification;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.SocialSecurity;

internal sealed class CheckWithSocialSecurity(DepartmentCheck check, StepFailures failures, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + SocialSecurityItems.Path;

    [Function(nameof(CheckWithSocialSecurity))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        failures.WatchAsync(Queue, message.ApplicationId, () => check.RunAsync(Department.SocialSecurity, message, cancellationToken), cancellationToken);

    [Function("CollectDeadLettersOfSocialSecurity")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
