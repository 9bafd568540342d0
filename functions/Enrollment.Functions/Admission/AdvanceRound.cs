using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Takes the step a round is at, whichever it is. A message that comes twice, or to two hosts, finds the step done.</summary>
internal sealed class AdvanceRound(RoundStore rounds, OpenRounds open, PrepareStep prepare, DrawStep draw, DeliverStep deliver)
{
    [Function(nameof(AdvanceRound))]
    public Task RunAsync([QueueTrigger(AdmissionNames.Queue)] RoundMessage message, CancellationToken cancellationToken) =>
        open.WatchAsync(message, () => AdvanceAsync(message, cancellationToken), cancellationToken);

    private async Task AdvanceAsync(RoundMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(AdvanceRound), message.TraceParent, AdmissionNames.Queue);
        var name = new RoundName(message.Year, message.Round);
        if (await rounds.FindAsync(name, cancellationToken) is not { } round)
            return;
        using var held = open.Take(name);
        await (round.Work switch
        {
            RoundWork.Prepare => prepare.RunAsync(round, cancellationToken),
            RoundWork.Draw => draw.RunAsync(round, cancellationToken),
            RoundWork.Offer or RoundWork.Revoke => deliver.RunAsync(round, cancellationToken),
            _ => Task.CompletedTask,
        });
    }
}
