using Enrollment.Domain.Verification;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.DisabledPersons;

internal sealed class CheckWithDisabledPersons(DepartmentCheck check, StepFailures failures, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + DisabledPersonsItems.Path;

    [Function(nameof(CheckWithDisabledPersons))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        failures.WatchAsync(Queue, message.ApplicationId, () => check.RunAsync(Department.DisabledPersons, message, cancellationToken), cancellationToken);

    [Function("CollectDeadLettersOfDisabledPersons")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
