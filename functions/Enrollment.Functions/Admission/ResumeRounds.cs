using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Every 30 seconds: a round with work to do gets its message again. The row of one that waits for people goes, once no change it was armed for can come.</summary>
internal sealed class ResumeRounds(RoundStore rounds, OpenRounds open)
{
    [Function(nameof(ResumeRounds))]
    public async Task RunAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (name, row) in await open.AllAsync(cancellationToken))
        {
            if (await rounds.FindAsync(name, cancellationToken) is not { Work: not null })
                await open.DisarmStaleAsync(row, cancellationToken);
            else if (!open.IsInHand(name))
                await open.SendAsync(name, traceParent: null, cancellationToken);
        }
    }
}
