using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Property;

internal sealed class CheckWithProperty(DepartmentCheck check, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + PropertyItems.Path;

    [Function(nameof(CheckWithProperty))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.Property, message, cancellationToken);

    [Function("CollectDeadLettersOfProperty")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
