using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>One child, with whom to ask and what was done.</summary>
internal sealed class GetFollowUp(BureauCallers bureau, FollowUpStore store, LiveApplications live)
{
    [Function(nameof(GetFollowUp))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bureau/unapplied/{child}")] HttpRequest request, string child, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, child, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string child, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        if (!FollowUpReference.Is(child) || await store.FindAsync(year, child, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var state = FollowUpStates.Now(stored, await live.HasAsync(stored.ChildKey, year, cancellationToken));
        return Results.Ok(FollowUpView.Of(stored, state, await store.EventsAsync(stored, cancellationToken)));
    }
}
