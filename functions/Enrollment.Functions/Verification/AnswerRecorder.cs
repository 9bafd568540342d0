using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Siblings;

namespace Enrollment.Functions.Verification;

/// <summary>Stores a department's answer once, against all others who write to the same application at this moment.</summary>
internal sealed class AnswerRecorder(ApplicationCommits commits, Policies policies, VerificationSteps steps, SiblingIndex siblings)
{
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
        var (now, isChanged) = await commits.InsistAsync(stored, application =>
            RecordAnswer.Decide(application, question.Department, answer, policies.Of(application.PolicyId), steps.Schedule, steps.Now, question.Epoch), cancellationToken);
        // After the commit: what dies in between is entered when somebody looks, or by Reconcile.
        if (isChanged && question.Department is Department.Police)
            await siblings.LinkAsync(now.Application, cancellationToken);
        return isChanged ? now : null;
    }
}

/// <summary>The question that is answered: whose, and in which epoch it was put.</summary>
internal sealed record AnswerTo(Department Department, int Epoch);
