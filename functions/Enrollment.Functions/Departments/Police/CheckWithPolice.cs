using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Police;

internal sealed class CheckWithPolice(DepartmentCheck check)
{
    [Function(nameof(CheckWithPolice))]
    public Task RunAsync([QueueTrigger(VerificationQueues.Police)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.Police, message, cancellationToken);
}
