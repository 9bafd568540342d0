using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Placement;

/// <summary>The one step of a placement: its draw.</summary>
internal sealed class DrawQueueSteps(PlacementStore placements) : IQueueSteps
{
    public IReadOnlyList<string> Queues => [PlacementNames.Queue];

    public async Task<JudgedStep> JudgeAsync(string queue, string body, CancellationToken cancellationToken)
    {
        if (JudgedStep.Read<DrawMessage>(body) is not { School: { } school, Run: { } run } message || !PlacementQuery.IsSchoolCode(school))
            return JudgedStep.Unreadable;
        var verdict = (await placements.FindAsync(school, run, cancellationToken))?.Ceremony.State switch
        {
            null => DeadLetterVerdict.NoSuchApplication,
            CeremonyState.Drawing => DeadLetterVerdict.StillDue,
            _ => DeadLetterVerdict.DoneAlready,
        };
        return new JudgedStep(verdict, message.Subject());
    }
}
