using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools;

/// <summary>The places of the home by which an application has or had one.</summary>
internal sealed class GetPlaceLocks(BureauCallers bureau, PlaceLocks locks)
{
    [Function(nameof(GetPlaceLocks))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schools/place-locks/{application}")] HttpRequest request, string application, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, application, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string application, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        return ApplicationId.TryParse(application, out var id) && await locks.HistoryAsync(id!, cancellationToken) is { Count: > 0 } places
            ? Results.Ok(PlaceLockHistoryView.Of(places))
            : Problems.Of(request, FaultCode.NotFound);
    }
}
