using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>A parent answers a request for correction, on the version of the application they have seen.</summary>
internal sealed class ResubmitApplication(CallerApplications own, ResubmissionReader reader, ApplicationCommits commits, CorrectedViews views, VerificationSteps steps)
{
    [Function(nameof(ResubmitApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/resubmission")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ResubmitAsync(request, id, cancellationToken));

    private async Task<IResult> ResubmitAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        if (!EntityTags.Means(request, stored.Version))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (!stored.Application.MayBeCorrected(steps.Now))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        var policy = views.PolicyOf(stored.Application);
        var read = await reader.ReadAsync(request, stored, policy, cancellationToken);
        if (read is not ResubmissionRead.Accepted accepted)
            return Problems.Of(request, ((ResubmissionRead.Refused)read).Faults);
        if (Resubmission.Decide(stored.Application, accepted.Form, accepted.Papers, policy, steps.Schedule, steps.Now) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        if (await commits.TryAsync(stored, change, cancellationToken, restated: accepted.Request) is not CommitOutcome.Committed committed)
            return Problems.Of(request, FaultCode.PreconditionFailed);
        await steps.SendChecksAsync(change.After.Id, change.After.Checks.Where(check => check.State.Status is CheckStatus.Queued).Select(check => check.Department),
            stored.TraceParent, cancellationToken);
        return await views.AnswerAsync(request, committed.Written, cancellationToken);
    }
}
