using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.CivilAffairs;

internal sealed class CheckWithCivilAffairs(DepartmentCheck check, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + CivilAffairsItems.Path;

    [Function(nameof(CheckWithCivilAffairs))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.CivilAffairs, message, cancellationToken);

    [Function("CollectDeadLettersOfCivilAffairs")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
