using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>Gives an application back the due row it should have.</summary>
internal sealed class DueRepair(ApplicationStore applications, DueRows dueRows, VerificationSteps steps)
{
    /// <summary>True when there was something to repair.</summary>
    public async Task<bool> RunAsync(ApplicationId id, ApplicationStatus status, CancellationToken cancellationToken)
    {
        if (status is not (ApplicationStatus.Submitted or ApplicationStatus.Verifying or ApplicationStatus.UnderReview))
            return false;
        if (await applications.FindAsync(id, cancellationToken) is not { Application.IsOutstanding: true } stored)
            return false;
        if (stored.Due is { } armed && await dueRows.IsArmedAsync(armed, cancellationToken))
            return false;
        var due = await steps.ArmAsync(id, steps.Now, cancellationToken);
        return await applications.CommitAsync(stored, new Change(stored.Application, []), due, cancellationToken) is not null;
    }
}
