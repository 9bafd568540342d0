using System.Text.Json;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A round's message that failed five times is recorded for people; while the round has work to do, ResumeRounds sends it again.</summary>
internal sealed class CollectDeadRounds(DeadLetters deadLetters, RoundStore rounds)
{
    [Function(nameof(CollectDeadRounds))]
    public async Task RunAsync([QueueTrigger(AdmissionNames.Poison)] string body, CancellationToken cancellationToken)
    {
        // Recorded before it is judged: a round that cannot be read must not take its dead letter with it.
        await deadLetters.RecordAsync(AdmissionNames.Queue, body, DeadLetterVerdict.Received, cancellationToken);
        await deadLetters.NoteAsync(AdmissionNames.Queue, body, await VerdictAsync(body, cancellationToken), cancellationToken);
    }

    private async Task<DeadLetterVerdict> VerdictAsync(string body, CancellationToken cancellationToken)
    {
        if (Read(body) is not { } message || !RoundName.IsRound(message.Round))
            return DeadLetterVerdict.Unreadable;
        return await rounds.FindAsync(new RoundName(message.Year, message.Round), cancellationToken) switch
        {
            null => DeadLetterVerdict.NoSuchApplication,
            { Work: not null } => DeadLetterVerdict.StillDue,
            _ => DeadLetterVerdict.DoneAlready,
        };
    }

    private static RoundMessage? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<RoundMessage>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
