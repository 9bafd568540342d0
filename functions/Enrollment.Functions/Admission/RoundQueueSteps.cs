using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Admission;

/// <summary>The steps of a round, whichever it is at.</summary>
internal sealed class RoundQueueSteps(RoundStore rounds) : IQueueSteps
{
    public IReadOnlyList<string> Queues => [AdmissionNames.Queue];

    public async Task<JudgedStep> JudgeAsync(string queue, string body, CancellationToken cancellationToken)
    {
        if (JudgedStep.Read<RoundMessage>(body) is not { } message || !RoundName.IsRound(message.Round))
            return JudgedStep.Unreadable;
        var verdict = await rounds.FindAsync(new RoundName(message.Year, message.Round), cancellationToken) switch
        {
            null => DeadLetterVerdict.NoSuchApplication,
            { Work: not null } => DeadLetterVerdict.StillDue,
            _ => DeadLetterVerdict.DoneAlready,
        };
        return new JudgedStep(verdict, message.Subject());
    }
}
