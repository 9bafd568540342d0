using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent withdraws the version of the application they have seen; the child may then be applied for again.</summary>
internal sealed class WithdrawApplication(CallerApplications own, ApplicationCommits commits, Policies policies, TimeProvider clock)
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
        if (WithdrawalDecision.Decide(stored.Application, clock.GetUtcNow()) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        // If our own write landed and its answer was lost, this is 412 too: the parent looks again and sees it withdrawn.
        if (await commits.TryAsync(stored, change, cancellationToken) is not CommitOutcome.Committed committed)
            return Problems.Of(request, FaultCode.PreconditionFailed);
        request.HttpContext.Response.Headers.ETag = committed.Written.Version;
        return Results.Ok(ApplicationView.Of(change.After, policies.Of(change.After.PolicyId), RequestLanguage.Of(request)));
    }
}
