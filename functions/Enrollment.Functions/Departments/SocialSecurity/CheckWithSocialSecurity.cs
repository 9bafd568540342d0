using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.SocialSecurity;

internal sealed class CheckWithSocialSecurity(DepartmentCheck check, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + SocialSecurityItems.Path;

    [Function(nameof(CheckWithSocialSecurity))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.SocialSecurity, message, cancellationToken);

    [Function("CollectDeadLettersOfSocialSecurity")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
