using Enrollment.Domain;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Review;

/// <summary>A member of staff opens a file: the whole evidence side by side. Who looks, and why, is noted before anything is shown.</summary>
internal sealed class GetCase(ReviewCases cases, AccessLog accesses, ApplicationStore applications, Policies policies, TimeProvider clock)
{
    [Function(nameof(GetCase))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/cases/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request, id, cancellationToken);
        if (found is FoundCase.Refused refused)
            return refused.Answer;
        if (AccessPurposes.Of(request) is not { } purpose)
            return Problems.Of(request, FaultCode.PurposeMissing);
        var (staff, stored) = (FoundCase.Found)found;
        await accesses.NoteAsync(stored.Application.Id, staff, purpose, nameof(GetCase), cancellationToken);
        var history = await applications.HistoryAsync(stored.Application.Id, cancellationToken);
        request.HttpContext.Response.Headers.ETag = stored.Version;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(CaseView.Of(stored.Application, history, policies.Of(stored.Application.PolicyId), clock.GetUtcNow(), RequestLanguage.Of(request)));
    }
}
