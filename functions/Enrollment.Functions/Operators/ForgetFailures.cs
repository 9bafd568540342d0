using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Operators;

/// <summary>Every night at 03:30 in Fujian (19:30 UTC): notes of failures that no dead letter asked for go.</summary>
internal sealed class ForgetFailures(StepFailures failures, ILogger<ForgetFailures> logger)
{
    [Function(nameof(ForgetFailures))]
    public async Task RunAsync([TimerTrigger("0 30 19 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        logger.LogInformation("Forgot {Failures} failures of steps", await failures.ForgetAsync(cancellationToken));
}
