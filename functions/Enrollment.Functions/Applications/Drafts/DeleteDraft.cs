using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A parent throws the version of a draft away that they have seen; what is left is a receipt.</summary>
internal sealed class DeleteDraft(DraftReader reader, DraftStore drafts)
{
    [Function(nameof(DeleteDraft))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "drafts/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => DeleteAsync(request, id, cancellationToken));

    private async Task<IResult> DeleteAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await reader.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await drafts.FindAsync(owner.Key, id, cancellationToken) is not { } draft)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        return EntityTags.Means(request, draft.Version) && await drafts.DeleteAsync(owner.Key, draft, cancellationToken)
            ? Results.NoContent()
            : Problems.Of(request, FaultCode.PreconditionFailed);
    }
}
