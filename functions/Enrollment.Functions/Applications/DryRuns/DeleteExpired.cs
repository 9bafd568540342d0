using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>Every night at 03:00 in Fujian (19:00 UTC): what never became an application and has had its time goes, drafts and dry runs with a receipt.</summary>
internal sealed class DeleteExpired(DraftStore drafts, DryRunStore runs, Lookups lookups, DeletionReceipts receipts, ExpiryReport report)
{
    [Function(nameof(DeleteExpired))]
    public async Task RunAsync([TimerTrigger("0 0 19 * * *")] TimerInfo timer, CancellationToken cancellationToken) => report.Tell(
        await drafts.DeleteExpiredAsync(report.LastDayOf, cancellationToken),
        await runs.DeleteExpiredAsync(receipts, cancellationToken),
        await lookups.DeleteExpiredAsync(cancellationToken));
}

/// <summary>When a season is over, and what a night's deletion came to.</summary>
internal sealed class ExpiryReport(Policies policies, ILogger<DeleteExpired> logger)
{
    /// <summary>A year nobody published a policy for ends with the newest that somebody did.</summary>
    public DateOnly LastDayOf(int intakeYear) => (policies.OfYear(intakeYear) ?? policies.Newest).Calendar.Late.Last;

    public void Tell(int drafts, int dryRuns, int lookups) =>
        logger.LogInformation("Deleted {Drafts} drafts, {DryRuns} dry runs and {Lookups} answers of departments", drafts, dryRuns, lookups);
}
