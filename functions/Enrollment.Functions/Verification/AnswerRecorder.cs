using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Siblings;

namespace Enrollment.Functions.Verification;

/// <summary>Stores a department's answer once, against all others who write to the same application at this moment.</summary>
internal sealed class AnswerRecorder(ApplicationCommits commits, Policies policies, VerificationSteps steps, SiblingIndex siblings)
{
    private const int Attempts = 10;

    /// <summary>Decides on the freshest state and commits; whoever loses to another process reads again and decides again.</summary>
    /// <returns>False when the answer changed nothing.</returns>
    public async Task<bool> RecordAsync(ApplicationTurn turn, StoredApplication asRead, AnswerTo question, DepartmentAnswer answer, CancellationToken cancellationToken)
    {
        var isTaken = false;
        await turn.TakeAsync(asRead, async stored =>
        {
            var written = await WriteAsync(stored, question, answer, cancellationToken);
            isTaken = written is not null;
            return written;
        }, cancellationToken);
        return isTaken;
    }

    private async Task<StoredApplication?> WriteAsync(StoredApplication stored, AnswerTo question, DepartmentAnswer answer, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var change = RecordAnswer.Decide(stored.Application, question.Department, answer, policies.Of(stored.Application.PolicyId), steps.Schedule, steps.Now, question.Epoch);
            if (change is null)
                return null;
            switch (await commits.TryAsync(stored, change, cancellationToken))
            {
                case CommitOutcome.Committed committed:
                    // After the commit: what dies in between is entered when somebody looks, or by Reconcile.
                    if (question.Department is Department.Police)
                        await siblings.LinkAsync(committed.Written.Application, cancellationToken);
                    return committed.Written;
                case CommitOutcome.Lost lost:
                    stored = lost.Now;
                    break;
                default:
                    throw new InvalidOperationException("CommitOutcome is closed.");
            }
        }
        throw new InvalidOperationException($"Application {stored.Application.Id} changed {Attempts} times under one answer; the message is tried again.");
    }
}

/// <summary>The question that is answered: whose, and in which epoch it was put.</summary>
internal sealed record AnswerTo(Department Department, int Epoch);
