using System.Text.Json;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>A draw's message that failed five times is recorded for people; while the draw is not over, ResumeDraws sends it again.</summary>
internal sealed class CollectDeadDraws(DeadLetters deadLetters, PlacementStore placements)
{
    [Function(nameof(CollectDeadDraws))]
    public async Task RunAsync([QueueTrigger(PlacementNames.Poison)] string body, CancellationToken cancellationToken)
    {
        // Recorded before it is judged: a placement that cannot be read must not take its dead letter with it.
        await deadLetters.RecordAsync(PlacementNames.Queue, body, DeadLetterVerdict.Received, cancellationToken);
        await deadLetters.NoteAsync(PlacementNames.Queue, body, await VerdictAsync(body, cancellationToken), cancellationToken);
    }

    private async Task<DeadLetterVerdict> VerdictAsync(string body, CancellationToken cancellationToken)
    {
        if (Read(body) is not { School: { } school, Run: { } run } || !PlacementQuery.IsSchoolCode(school))
            return DeadLetterVerdict.Unreadable;
        return (await placements.FindAsync(school, run, cancellationToken))?.Ceremony.State switch
        {
            null => DeadLetterVerdict.NoSuchApplication,
            CeremonyState.Drawing => DeadLetterVerdict.StillDue,
            _ => DeadLetterVerdict.DoneAlready,
        };
    }

    private static DrawMessage? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<DrawMessage>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
