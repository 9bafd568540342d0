using Enrollment.Domain.Verification;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Property;

internal sealed class CheckWithProperty(DepartmentCheck check, StepFailures failures, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + PropertyItems.Path;

    [Function(nameof(CheckWithProperty))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        failures.WatchAsync(Queue, message.ApplicationId, () => check.RunAsync(Department.Property, message, cancellationToken), cancellationToken);

    [Function("CollectDeadLettersOfProperty")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
