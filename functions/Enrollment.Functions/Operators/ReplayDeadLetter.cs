using System.Text.Json;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Operators;

/// <summary>
/// An operator sends a message again whose step is still due. Recorded first, sent then: no replay goes unseen, and a message lost
/// between the two is one that the sweep sends.
/// </summary>
internal sealed class ReplayDeadLetter(DeadLetterDesk desk, WorkQueues queues)
{
    [Function(nameof(ReplayDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bureau/dead-letters/{queue}/{letter}/replay")] HttpRequest request, string queue, string letter,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => ReplayAsync(request, queue, letter, cancellationToken));

    private async Task<IResult> ReplayAsync(HttpRequest request, string queue, string letter, CancellationToken cancellationToken)
    {
        var acted = await desk.ActAsync(request, queue, letter, DeadLetterAction.Replay, cancellationToken);
        if (acted is FoundDeadLetter.Found { Letter: var replayed })
            await queues.SendAsync(replayed.Queue, JsonSerializer.Deserialize<JsonElement>(replayed.Body), cancellationToken);
        return await desk.AnswerAsync(request, acted, cancellationToken);
    }
}
