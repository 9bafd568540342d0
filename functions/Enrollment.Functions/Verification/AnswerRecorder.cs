using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification;

/// <summary>Stores a department's answer once, against all others who write to the same application at this moment.</summary>
internal sealed class AnswerRecorder(ApplicationStore applications, Policies policies, VerificationSteps steps, SiblingIndex siblings)
{
    private const int Attempts = 10;

    /// <summary>Decides on the freshest state and commits; whoever loses to another process reads again and decides again.</summary>
    /// <returns>False when the answer changed nothing.</returns>
    public async Task<bool> RecordAsync(ApplicationTurn turn, StoredApplication asRead, Department department, DepartmentAnswer answer, CancellationToken cancellationToken)
    {
        var isTaken = false;
        await turn.TakeAsync(asRead, async stored =>
        {
            var written = await WriteAsync(stored, department, answer, cancellationToken);
            isTaken = written is not null;
            return written;
        }, cancellationToken);
        return isTaken;
    }

    private async Task<StoredApplication?> WriteAsync(StoredApplication stored, Department department, DepartmentAnswer answer, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var change = RecordAnswer.Decide(stored.Application, department, answer, policies.Of(stored.Application.PolicyId), steps.Schedule, steps.Now);
            if (change is null)
                return null;
            var (before, due) = (stored.Due, await CarryAsync(stored, change.After, cancellationToken));
            if (await applications.CommitAsync(stored, change, due, cancellationToken) is { } written)
            {
                Settlement.Tell(stored.Application, change.After);
                await DropAsync(before, due, cancellationToken);
                // After the commit: what dies in between is entered when somebody looks, or by Reconcile.
                if (department is Department.Police)
                    await siblings.LinkAsync(written.Application, cancellationToken);
                return written;
            }
            stored = await applications.FindAsync(stored.Application.Id, cancellationToken) ?? throw new InvalidOperationException("An application is never deleted.");
            // Our own write may have landed and only its answer been lost: then the row armed is the one in use.
            if (due != before)
                await DropAsync(due, stored.Due, cancellationToken);
        }
        throw new InvalidOperationException($"Application {stored.Application.Id} changed {Attempts} times under one answer; the message is tried again.");
    }

    // The due row stays unless nothing is outstanding any more, or something is due before it.
    private async Task<DueRow?> CarryAsync(StoredApplication stored, Application after, CancellationToken cancellationToken)
    {
        if (after.NextDue(steps.Schedule) is not { } next)
            return null;
        return stored.Due is { } due && due.DueAt <= next ? due : await steps.ArmAsync(after.Id, next, cancellationToken);
    }

    private async Task DropAsync(DueRow? row, DueRow? inUse, CancellationToken cancellationToken)
    {
        if (row is not null && row != inUse)
            await steps.DisarmAsync(row, cancellationToken);
    }
}
