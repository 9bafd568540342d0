using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A parent's own drafts, the oldest first.</summary>
internal sealed class ListDrafts(DraftReader reader, DraftStore drafts, FormCheck forms)
{
    [Function(nameof(ListDrafts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drafts")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await reader.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        var language = RequestLanguage.Of(request);
        var own = await drafts.AllOfAsync(owner.Key, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new DraftList([.. own.Select(draft => DraftView.Of(draft, owner.Caller, forms, language))]));
    }
}
