using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Siblings;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>Enters an application under its household that a crash between the police's answer and its entry left out.</summary>
internal sealed class SiblingRepair(ApplicationStore applications, SiblingIndex siblings)
{
    public async Task RunAsync(ApplicationId id, ApplicationStatus status, CancellationToken cancellationToken)
    {
        // Before it is verified nobody has answered.
        if (status is ApplicationStatus.Submitted || !HouseholdEntry.IsLive(status))
            return;
        if (await applications.FindAsync(id, cancellationToken) is { } stored)
            await siblings.LinkAsync(stored.Application, cancellationToken);
    }
}
