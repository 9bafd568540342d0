using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.CivilAffairs;

internal sealed class CheckWithCivilAffairs(DepartmentCheck check)
{
    [Function(nameof(CheckWithCivilAffairs))]
    public Task RunAsync([QueueTrigger(VerificationQueues.CivilAffairs)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.CivilAffairs, message, cancellationToken);
}
