using Enrollment.Domain;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Review;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Notices;

/// <summary>A member of staff told a parent by phone what no message reached them with; the call leaves the work list.</summary>
internal sealed class RecordCall(ReviewCases cases, ApplicationCommits commits, TimeProvider clock)
{
    private const int Attempts = 5;

    [Function(nameof(RecordCall))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/cases/{id}/called")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => RecordAsync(request, id, cancellationToken));

    private async Task<IResult> RecordAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request, id, cancellationToken);
        if (found is not FoundCase.Found { Staff: var staff, Stored: var stored })
            return ((FoundCase.Refused)found).Answer;
        // The call was made; that the case changed meanwhile does not unmake it.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Telling.Called(stored.Application, staff.Subject, clock.GetUtcNow()) is not { } change)
                return Problems.Of(request, FaultCode.ActionNotPossible);
            if (await commits.TryAsync(stored, change, cancellationToken) is not CommitOutcome.Lost lost)
                return Results.NoContent();
            stored = lost.Now;
        }
        return Problems.Of(request, FaultCode.PreconditionFailed);
    }
}
