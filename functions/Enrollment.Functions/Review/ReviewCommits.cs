using Enrollment.Domain.Review;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Review;

/// <summary>Decides on a case and stores it; the loser of a race learns it.</summary>
internal sealed class ReviewCommits(ApplicationCommits commits, Policies policies, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>On the version that was read, and on no other.</summary>
    public async Task<ReviewCommit> TryAsync(StoredApplication stored, StaffCaller staff, ReviewAction action, CancellationToken cancellationToken) =>
        Decide(stored, staff, action) switch
        {
            ReviewOutcome.Refused refused => new ReviewCommit.Refused(refused.Reason),
            // If our own write landed and its answer was lost, this is lost too: whoever decides looks again and sees it done.
            ReviewOutcome.Allowed allowed => await commits.TryAsync(stored, allowed.Change, cancellationToken) is CommitOutcome.Committed committed
                ? new ReviewCommit.Done(committed.Written)
                : new ReviewCommit.Lost(),
            _ => throw new InvalidOperationException("ReviewOutcome is closed."),
        };

    /// <summary>On whatever version there is by then: for claims, which a department's answer in between does not spoil.</summary>
    public async Task<ReviewCommit> InsistAsync(StoredApplication stored, StaffCaller staff, ReviewAction action, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // What a race moved to another authority is not there any more.
            if (!ReviewCases.Concerns(staff, stored.Application))
                return new ReviewCommit.Lost();
            var outcome = Decide(stored, staff, action);
            if (outcome is ReviewOutcome.Refused refused)
                return new ReviewCommit.Refused(refused.Reason);
            switch (await commits.TryAsync(stored, ((ReviewOutcome.Allowed)outcome).Change, cancellationToken))
            {
                case CommitOutcome.Committed committed:
                    return new ReviewCommit.Done(committed.Written);
                case CommitOutcome.Lost lost:
                    stored = lost.Now;
                    break;
                default:
                    throw new InvalidOperationException("CommitOutcome is closed.");
            }
        }
        return new ReviewCommit.Lost();
    }

    private ReviewOutcome Decide(StoredApplication stored, StaffCaller staff, ReviewAction action) => ReviewDecisions.Decide(stored.Application, action,
        new Reviewer(staff.Subject, IsOfSchool: !staff.IsBureau), policies.Of(stored.Application.PolicyId), clock.GetUtcNow());
}

/// <summary>What came of an action on a case. Closed.</summary>
internal abstract record ReviewCommit
{
    private ReviewCommit()
    {
    }

    public sealed record Done(StoredApplication Written) : ReviewCommit;

    public sealed record Refused(ReviewRefusal Reason) : ReviewCommit;

    public sealed record Lost : ReviewCommit;
}
