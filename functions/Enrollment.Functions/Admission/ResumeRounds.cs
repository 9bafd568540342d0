using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Every 30 seconds: a round with work to do gets its message again; the row of one that waits for people stays, because a change it was armed for may be about to land.</summary>
internal sealed class ResumeRounds(RoundStore rounds, OpenRounds open, RoundsInHand inHand)
{
    [Function(nameof(ResumeRounds))]
    public async Task RunAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var name in await open.AllAsync(cancellationToken))
        {
            if (await rounds.FindAsync(name, cancellationToken) is { Work: not null } && !inHand.Has(name))
                await open.SendAsync(name, traceParent: null, cancellationToken);
        }
    }
}
