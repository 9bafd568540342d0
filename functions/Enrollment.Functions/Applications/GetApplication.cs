using Enrollment.Domain;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent looks at an application: where it stands, what each register said as of which day, and why.</summary>
internal sealed class GetApplication(CallerApplications own, CorrectedViews views, FamilySiblings siblings)
{
    [Function(nameof(GetApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        request.HttpContext.Response.Headers.ETag = stored.Version;
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        request.HttpContext.Response.Headers.Vary = "Accept-Language, Authorization";
        var language = RequestLanguage.Of(request);
        var seen = await siblings.SeenByAsync(guardian, stored, language, cancellationToken);
        // A sibling comes and goes without this application changing: where there is one, the tag alone says too little.
        return seen is null && EntityTags.Has(request, stored.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : await views.AnswerAsync(request, stored, cancellationToken, seen);
    }
}
