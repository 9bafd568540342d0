using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>What the sweep does with one due row.</summary>
internal sealed class DueVisit(ApplicationStore applications, ApplicationCommits commits, Policies policies, VerificationSteps steps)
{
    public async Task RunAsync(DueRow row, CancellationToken cancellationToken)
    {
        var id = ApplicationId.Parse(row.Subject);
        var stored = await applications.FindAsync(id, cancellationToken);
        if (stored is null || !stored.HasIntent(row.Intent))
        {
            // Armed and never committed. The fence makes a stalled committer collide; if it was faster, the next sweep sees its work.
            if (await applications.FenceAsync(id, row.Intent, cancellationToken))
                await steps.DisarmAsync(row, cancellationToken);
            return;
        }
        if (stored.Due != row)
        {
            await steps.DisarmAsync(row, cancellationToken);
            return;
        }
        await RedriveAsync(stored, row, cancellationToken);
    }

    private async Task RedriveAsync(StoredApplication stored, DueRow row, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue("Redrive", stored.TraceParent);
        activity?.SetTag(Tracing.Application, stored.Application.Id.Value);
        var redrive = RedriveOverdue.Decide(stored.Application, policies.Of(stored.Application.PolicyId), steps.Schedule, steps.Now);
        if (redrive.Change is null)
            await steps.DisarmAsync(row, cancellationToken);
        else if (!await commits.TryMoveOnAsync(stored, redrive.Change, cancellationToken))
            return;
        var traceParent = activity?.Id ?? stored.TraceParent;
        if (redrive.Plan)
            await steps.SendPlanAsync(stored.Application.Id, traceParent, cancellationToken);
        await steps.SendChecksAsync(stored.Application.Id, redrive.Ask, traceParent, cancellationToken);
        if (redrive.Notify)
            await steps.SendNoticesAsync(stored.Application.Id, traceParent, cancellationToken);
        if (redrive.Scan)
            await steps.SendScansAsync(stored.Application.Id, traceParent, cancellationToken);
    }
}
