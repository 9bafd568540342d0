using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>A parent tries an application out, before the window opens or within it: the same questions and rules, and nothing is claimed.</summary>
internal sealed class StartDryRun(DryRunReader reader, DryRunStore runs, DryRunCheck check, TimeProvider clock)
{
    [Function(nameof(StartDryRun))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dry-runs")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => StartAsync(request, cancellationToken));

    private async Task<IResult> StartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(request, cancellationToken);
        if (read is not DryRunRead.Accepted { Owner: var owner, Judged: var judged } accepted)
            return ((DryRunRead.Refused)read).Problem;
        // Kept before anybody is asked: whoever dies or gives up from here on finds it again.
        if (await runs.StartAsync(owner.Key, accepted.Form, judged.Policy!, cancellationToken) is not { } run)
            return Problems.Of(request, FaultCode.TooManyDryRuns, UntilTomorrow());
        var found = await check.RunAsync(run, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Created($"/api/dry-runs/{run.Id}", DryRunView.Of(found, clock.GetUtcNow(), RequestLanguage.Of(request)));
    }

    private TimeSpan UntilTomorrow()
    {
        var now = clock.GetUtcNow();
        return BureauDay.StartOf(BureauDay.Of(now).AddDays(1)) - now;
    }
}
