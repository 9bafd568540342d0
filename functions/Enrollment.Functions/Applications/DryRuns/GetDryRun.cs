using Enrollment.Domain;
using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>A parent looks at a dry run again: what has come meanwhile is in it, and what is still missing is asked for once more.</summary>
internal sealed class GetDryRun(DraftReader owners, DryRunStore runs, DryRunCheck check, TimeProvider clock)
{
    [Function(nameof(GetDryRun))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dry-runs/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await owners.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await runs.FindAsync(owner.Key, id, cancellationToken) is not { } run)
            return Problems.Of(request, FaultCode.NotFound);
        var found = await check.RunAsync(run, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(DryRunView.Of(found, clock.GetUtcNow(), RequestLanguage.Of(request)));
    }
}
