using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Operators;

/// <summary>One message that could not be worked: why, and what was done about it.</summary>
internal sealed class GetDeadLetter(DeadLetterDesk desk)
{
    [Function(nameof(GetDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bureau/dead-letters/{queue}/{letter}")] HttpRequest request, string queue, string letter,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, async () =>
            await desk.AnswerAsync(request, await desk.FindAsync(request, queue, letter, cancellationToken), cancellationToken));
}
