using Enrollment.Domain.Operators;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Operators;

/// <summary>An operator puts a message aside and says why. The step it asked for is not canceled: what the tables say is due stays due.</summary>
internal sealed class DiscardDeadLetter(DeadLetterDesk desk)
{
    [Function(nameof(DiscardDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bureau/dead-letters/{queue}/{letter}/discard")] HttpRequest request, string queue, string letter,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, async () =>
            await desk.AnswerAsync(request, await desk.ActAsync(request, queue, letter, DeadLetterAction.Discard, cancellationToken), cancellationToken));
}
