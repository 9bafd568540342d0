using Enrollment.Domain.Verification;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Police;

internal sealed class CheckWithPolice(DepartmentCheck check, StepFailures failures, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + PoliceItems.Path;

    [Function(nameof(CheckWithPolice))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        failures.WatchAsync(Queue, message.ApplicationId, () => check.RunAsync(Department.Police, message, cancellationToken), cancellationToken);

    [Function("CollectDeadLettersOfPolice")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
