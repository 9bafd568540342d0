using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A parent takes a draft up again.</summary>
internal sealed class GetDraft(DraftReader reader, DraftStore drafts, FormCheck forms)
{
    [Function(nameof(GetDraft))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drafts/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await reader.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await drafts.FindAsync(owner.Key, id, cancellationToken) is not { } draft)
            return Problems.Of(request, FaultCode.NotFound);
        request.HttpContext.Response.Headers.ETag = draft.Version;
        // What is missing hangs on the day and the policy too, so the tag alone does not tell whether the answer is the same.
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(DraftView.Of(draft, owner.Caller, forms, RequestLanguage.Of(request)));
    }
}
