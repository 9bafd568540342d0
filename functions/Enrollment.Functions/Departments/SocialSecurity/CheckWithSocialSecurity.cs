using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.SocialSecurity;

internal sealed class CheckWithSocialSecurity(DepartmentCheck check)
{
    [Function(nameof(CheckWithSocialSecurity))]
    public Task RunAsync([QueueTrigger(VerificationQueues.SocialSecurity)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.SocialSecurity, message, cancellationToken);
}
