using Enrollment.Domain.Review;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Review;

/// <summary>A member of staff takes a case, keeps it longer, or gives it back. Of two at once one gets it; a forgotten claim expires.</summary>
internal sealed class ClaimCase(ReviewCases cases, ReviewCommits commits, IOptions<ReviewOptions> options, TimeProvider clock)
{
    [Function(nameof(ClaimCase))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/cases/{id}/claim")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ActAsync(request, id, new ReviewAction.Claim(options.Value.ClaimFor), cancellationToken));

    [Function("ReleaseCase")]
    public Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/cases/{id}/release")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ActAsync(request, id, new ReviewAction.Release(), cancellationToken));

    private async Task<IResult> ActAsync(HttpRequest request, string id, ReviewAction action, CancellationToken cancellationToken) =>
        await cases.FindAsync(request, id, cancellationToken) switch
        {
            FoundCase.Found found => ReviewAnswers.Of(request, await commits.InsistAsync(found.Stored, found.Staff, action, cancellationToken), clock.GetUtcNow()),
            FoundCase.Refused refused => refused.Answer,
            _ => throw new InvalidOperationException("FoundCase is closed."),
        };
}
