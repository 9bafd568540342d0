using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>A parent takes an uploaded paper back, as long as they may still answer.</summary>
internal sealed class RemoveEvidence(CallerApplications own, EvidenceStore evidence, EvidenceBlobs blobs, ApplicationCommits commits, TimeProvider clock)
{
    private const int Attempts = 10;

    [Function(nameof(RemoveEvidence))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "applications/{id}/evidence/{file}")] HttpRequest request, string id, string file,
        CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => RemoveAsync(request, id, file, cancellationToken));

    private async Task<IResult> RemoveAsync(HttpRequest request, string id, string file, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored
                || await evidence.FindAsync(stored.Application.Id, file, cancellationToken) is not { } found)
            {
                return Problems.Of(request, FaultCode.NotFound);
            }
            if (found.State is not EvidenceState.Removed)
            {
                if (!found.IsLive || PaperChanges.Remove(stored.Application, clock.GetUtcNow()) is not { } change)
                    return Problems.Of(request, FaultCode.ActionNotPossible);
                // Under the application's ETag: a file that is handed in at this moment stays.
                if (await commits.TryAsync(stored, change, cancellationToken, also: [found.Changed(EvidenceState.Removed)]) is not CommitOutcome.Committed)
                    continue;
            }
            await blobs.DeleteAsync(stored.Application.Id, file, cancellationToken);
            return Results.NoContent();
        }
        throw new InvalidOperationException($"Application {id} changed {Attempts} times under one removal.");
    }
}
