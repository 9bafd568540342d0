using System.Text.Json;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>A draw's message that failed five times is recorded for people; while the draw is not over, ResumeDraws sends it again.</summary>
internal sealed class CollectDeadDraws(DeadLetters deadLetters, PlacementStore placements)
{
    [Function(nameof(CollectDeadDraws))]
    public async Task RunAsync([QueueTrigger(PlacementNames.Poison)] string body, CancellationToken cancellationToken) =>
        await deadLetters.RecordAsync(PlacementNames.Queue, body, await VerdictAsync(body, cancellationToken), cancellationToken);

    private async Task<DeadLetterVerdict> VerdictAsync(string body, CancellationToken cancellationToken)
    {
        if (Read(body) is not { School: { } school, Run: { } run })
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
