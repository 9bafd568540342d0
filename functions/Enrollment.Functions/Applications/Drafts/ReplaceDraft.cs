using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A parent saves over the version of a draft they have seen.</summary>
internal sealed class ReplaceDraft(DraftReader reader, DraftStore drafts, FormCheck forms)
{
    [Function(nameof(ReplaceDraft))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "drafts/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ReplaceAsync(request, id, cancellationToken));

    private async Task<IResult> ReplaceAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await reader.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await drafts.FindAsync(owner.Key, id, cancellationToken) is not { } draft)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        if (!EntityTags.Means(request, draft.Version))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        var read = await reader.ReadAsync(request, owner, cancellationToken);
        if (read is not DraftRead.Accepted { Form: var form })
            return ((DraftRead.Refused)read).Problem;
        if (await drafts.ReplaceAsync(owner.Key, draft, form, cancellationToken) is not { } saved)
            return Problems.Of(request, FaultCode.PreconditionFailed);
        request.HttpContext.Response.Headers.ETag = saved.Version;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(DraftView.Of(saved, owner.Caller, forms, RequestLanguage.Of(request)));
    }
}
