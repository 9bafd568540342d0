using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Departments.Police;

internal sealed class CheckWithPolice(DepartmentCheck check, DeadLetters deadLetters)
{
    private const string Queue = VerificationQueues.OfDepartments + PoliceItems.Path;

    [Function(nameof(CheckWithPolice))]
    public Task RunAsync([QueueTrigger(Queue)] StepMessage message, CancellationToken cancellationToken) =>
        check.RunAsync(Department.Police, message, cancellationToken);

    [Function("CollectDeadLettersOfPolice")]
    public Task CollectAsync([QueueTrigger(Queue + VerificationQueues.Poison)] string body, CancellationToken cancellationToken) =>
        deadLetters.CollectAsync(Queue, body, cancellationToken);
}
