using Enrollment.Domain;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools;

/// <summary>The bureau records that a child left or graduated, or strikes out a wrong entry: the home is free from then on. Doing it twice is no fault.</summary>
internal sealed class ReleasePlaceLock(BureauCallers bureau, PlaceLocks locks)
{
    private const int MaxBytes = 1024;

    [Function(nameof(ReleasePlaceLock))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "schools/place-locks/{application}/release")] HttpRequest request, string application,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => ReleaseAsync(request, application, cancellationToken));

    private async Task<IResult> ReleaseAsync(HttpRequest request, string application, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (!ApplicationId.TryParse(application, out var id) || (await locks.HistoryAsync(id!, cancellationToken)).Count == 0)
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        if (((JsonRead<Body>.Read)read).Value.Reason is not { } reason)
            return Problems.Of(request, [new Fault(FaultCode.Required, "$.reason")]);
        return await locks.ReleaseAsync(id!, reason, cancellationToken)
            ? Results.Ok(PlaceLockHistoryView.Of(await locks.HistoryAsync(id!, cancellationToken)))
            : Problems.Of(request, FaultCode.TemporarilyUnavailable);
    }

    private sealed record Body(PlaceReleaseReason? Reason);
}
