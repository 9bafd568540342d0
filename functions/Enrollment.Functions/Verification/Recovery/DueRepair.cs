using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>Gives an application back the due row it should have.</summary>
internal sealed class DueRepair(ApplicationStore applications, DueRows dueRows, VerificationSteps steps)
{
    /// <summary>True when there was something to repair.</summary>
    public async Task<bool> RunAsync(ApplicationId id, ApplicationStatus status, bool hasDueRow, CancellationToken cancellationToken)
    {
        if (!MayBeOutstanding(status) && !hasDueRow)
            return false;
        if (await applications.FindAsync(id, cancellationToken) is not { Application.IsOutstanding: true } stored)
            return false;
        if (stored.Due is { } armed && await dueRows.IsArmedAsync(armed, cancellationToken))
            return false;
        var due = await steps.ArmAsync(id, steps.Now, cancellationToken);
        return await applications.CommitAsync(stored, new Change(stored.Application, []), due, cancellationToken) is not null;
    }

    // Anything else has a due row only for a notice, and then its key stands in the application's row.
    private static bool MayBeOutstanding(ApplicationStatus status) => status is ApplicationStatus.Submitted or ApplicationStatus.Verifying
        or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.Offered;
}
