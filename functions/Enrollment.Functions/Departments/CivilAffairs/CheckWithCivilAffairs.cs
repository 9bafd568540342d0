using Enrollment.Domain.Verification;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.CivilAffairs;

internal sealed class CheckWithCivilAffairs(DepartmentCheck check, StepFailures failures, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + CivilAffairsItems.Path;

    [Function(nameof(CheckWithCivilAffairs))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        failures.WatchAsync(Queue, message.ApplicationId, () => check.RunAsync(Department.CivilAffairs, message, cancellationToken), cancellationToken);

    [Function("CollectDeadLettersOfCivilAffairs")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
