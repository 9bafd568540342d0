using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Schools;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Operators;

/// <summary>The messages that could not be worked, for the bureau's operators.</summary>
internal sealed class ListDeadLetters(BureauCallers bureau, DeadLetterPages pages, QueueSteps steps)
{
    [Function(nameof(ListDeadLetters))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bureau/dead-letters")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var fields = new FieldReader();
        var query = DeadLetterQuery.Read(request.Query, steps, fields);
        return fields.Faults.Count > 0 ? Problems.Of(request, fields.Faults) : Results.Ok(await pages.ReadAsync(query, RequestLanguage.Of(request), cancellationToken));
    }
}
