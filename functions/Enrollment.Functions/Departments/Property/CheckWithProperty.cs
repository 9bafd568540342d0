using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Property;

internal sealed class CheckWithProperty(DepartmentCheck check)
{
    [Function(nameof(CheckWithProperty))]
    public Task RunAsync([QueueTrigger(VerificationQueues.Property)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.Property, message, cancellationToken);
}
