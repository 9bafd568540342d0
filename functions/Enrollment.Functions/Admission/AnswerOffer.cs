using Enrollment.Domain;
using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A family takes the place it was offered, or declines it; doing the same again is answered as done.</summary>
internal sealed class AnswerOffer(CallerApplications own, ApplicationCommits commits, Policies policies, TimeProvider clock)
{
    [Function("ConfirmOffer")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/offer/confirm")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => AnswerAsync(request, id, OfferDecisions.Confirm, ApplicationStatus.Confirmed, cancellationToken));

    [Function("DeclineOffer")]
    public Task<IResult> DeclineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/offer/decline")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => AnswerAsync(request, id, OfferDecisions.Decline, done: null, cancellationToken));

    private async Task<IResult> AnswerAsync(HttpRequest request, string id, Func<Application, DateTimeOffset, Change?> decide, ApplicationStatus? done,
        CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        if (stored.Application.Status == done)
            return Answer(request, stored);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        if (!EntityTags.Means(request, stored.Version))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (decide(stored.Application, clock.GetUtcNow()) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        return await commits.TryAsync(stored, change, cancellationToken) is CommitOutcome.Committed committed
            ? Answer(request, committed.Written)
            : Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private IResult Answer(HttpRequest request, StoredApplication stored)
    {
        request.HttpContext.Response.Headers.ETag = stored.Version;
        return Results.Ok(ApplicationView.Of(stored.Application, policies.Of(stored.Application.PolicyId), RequestLanguage.Of(request)));
    }
}
