using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent withdraws the version of the application they have seen; the child may then be applied for again.</summary>
internal sealed class WithdrawApplication(CallerApplications own, ApplicationStore applications, VerificationSteps steps, Policies policies)
{
    [Function(nameof(WithdrawApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => WithdrawAsync(request, id, cancellationToken));

    private async Task<IResult> WithdrawAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        if (!EntityTags.Means(request, stored.Version))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (WithdrawalDecision.Decide(stored.Application, steps.Now) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        await applications.CommitAsync(stored, change, due: null, cancellationToken);
        return await AnswerAsync(request, stored, cancellationToken);
    }

    // What is stored decides, not what the commit said: our own write may have landed and only its answer been lost.
    // Where somebody else was faster, the due row is still theirs.
    private async Task<IResult> AnswerAsync(HttpRequest request, StoredApplication asRead, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(asRead.Application.Id, cancellationToken) is not { Application.Status: ApplicationStatus.Withdrawn } stored)
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (asRead.Due is { } due)
            await steps.DisarmAsync(due, cancellationToken);
        request.HttpContext.Response.Headers.ETag = stored.Version;
        return Results.Ok(ApplicationView.Of(stored.Application, policies.Of(stored.Application.PolicyId), RequestLanguage.Of(request)));
    }
}
