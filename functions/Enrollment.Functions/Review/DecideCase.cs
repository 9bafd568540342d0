using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Review;

/// <summary>The holder of a case decides on the version they have seen.</summary>
internal sealed class DecideCase(ReviewCases cases, ReviewCommits commits, TimeProvider clock)
{
    private const int MaxBytes = 16 * 1024;

    [Function(nameof(DecideCase))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/cases/{id}/decision")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => DecideAsync(request, id, cancellationToken));

    private async Task<IResult> DecideAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var found = await cases.FindVersionAsync(request, id, cancellationToken);
        if (found is FoundCase.Refused refused)
            return refused.Answer;
        var (staff, stored) = (FoundCase.Found)found;
        return DecisionReading.Of(await StrictJson.ReadAsync<DecisionBody>(request, MaxBytes, cancellationToken)) switch
        {
            DecisionReading.Refused faults => Problems.Of(request, faults.Faults),
            DecisionReading.Read read => ReviewAnswers.Of(request, await commits.TryAsync(stored, staff, read.Action, cancellationToken), clock.GetUtcNow()),
            _ => throw new InvalidOperationException("DecisionReading is closed."),
        };
    }
}
