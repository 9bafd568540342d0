using Enrollment.Domain.Admission;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>Writes a round's word into one application, against whoever else writes to it at this moment.</summary>
internal sealed class OfferWriter(ApplicationStore applications, ApplicationCommits commits)
{
    private const int Attempts = 10;

    /// <summary>Decides on the freshest state; an application that was withdrawn or placed meanwhile is left as it is.</summary>
    public async Task WriteAsync(ApplicationId id, SchoolCode school, Func<Application, SchoolCode, Change?> decide, CancellationToken cancellationToken)
    {
        var stored = await applications.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("An application is never deleted.");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (decide(stored.Application, school) is not { } change)
                return;
            switch (await commits.TryAsync(stored, change, cancellationToken))
            {
                case CommitOutcome.Committed:
                    return;
                case CommitOutcome.Lost lost:
                    stored = lost.Now;
                    break;
                default:
                    throw new InvalidOperationException("CommitOutcome is closed.");
            }
        }
        throw new InvalidOperationException($"Application {id} changed {Attempts} times under one offer; the message is tried again.");
    }
}
