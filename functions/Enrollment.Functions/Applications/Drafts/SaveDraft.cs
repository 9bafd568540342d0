using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A parent saves a form without submitting it; it may be as incomplete as it likes.</summary>
internal sealed class SaveDraft(DraftReader reader, DraftStore drafts, FormCheck forms)
{
    [Function(nameof(SaveDraft))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drafts")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => SaveAsync(request, cancellationToken));

    private async Task<IResult> SaveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await reader.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        var read = await reader.ReadAsync(request, owner, cancellationToken);
        if (read is not DraftRead.Accepted { Form: var form })
            return ((DraftRead.Refused)read).Problem;
        if (await drafts.AddAsync(owner.Key, form, cancellationToken) is not { } draft)
            return Problems.Of(request, FaultCode.TooManyDrafts);
        request.HttpContext.Response.Headers.ETag = draft.Version;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Created($"/api/drafts/{draft.Id}", DraftView.Of(draft, owner.Caller, forms, RequestLanguage.Of(request)));
    }
}
