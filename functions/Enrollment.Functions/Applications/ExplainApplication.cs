using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent asks why: every rule that was tried, on which fact of which register, and what would have changed the category.</summary>
internal sealed class ExplainApplication(CallerApplications own, Policies policies)
{
    [Function(nameof(ExplainApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/explanation")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ExplainAsync(request, id, cancellationToken));

    private async Task<IResult> ExplainAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        request.HttpContext.Response.Headers.ETag = stored.Version;
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        request.HttpContext.Response.Headers.Vary = "Accept-Language, Authorization";
        return EntityTags.Has(request, stored.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(ExplanationView.Of(stored.Application, policies.Of(stored.Application.PolicyId), RequestLanguage.Of(request)));
    }
}
