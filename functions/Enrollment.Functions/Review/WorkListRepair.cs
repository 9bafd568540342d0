using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;

namespace Enrollment.Functions.Review;

/// <summary>Gives a case back the row it should have on a work list.</summary>
internal sealed class WorkListRepair(ApplicationStore applications, WorkList workList)
{
    /// <summary>True when there was something to repair.</summary>
    /// <param name="id">The application.</param>
    /// <param name="status">Its status.</param>
    /// <param name="waits">Whether its own row says that it waits for a person; rows of before that column do not.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<bool> RunAsync(ApplicationId id, ApplicationStatus status, bool waits, CancellationToken cancellationToken)
    {
        if (!waits && status is not ApplicationStatus.UnderReview)
            return false;
        if (await applications.FindAsync(id, cancellationToken) is not { } stored || WorkList.SeatOf(stored.Application) is not { } seat)
            return false;
        if (await workList.HasAsync(seat, cancellationToken))
            return false;
        await workList.EnterAsync(seat, cancellationToken);
        return true;
    }
}
