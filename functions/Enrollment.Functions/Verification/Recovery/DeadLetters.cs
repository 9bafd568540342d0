using System.Text.Json;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>
/// A poison message is never the end: it is recorded for good (the queue would forget it after seven days) and driven again while
/// its step is still due. Most are innocent: five crashes of the host poison whatever was in flight.
/// </summary>
internal sealed class DeadLetters(DeadLetterStore store, QueueSteps steps, StepFailures failures, WorkQueues queues, ILogger<DeadLetters> logger)
{
    public const string Table = "DeadLetters";

    // Enough for crashes; a message that kills its host each time is left to the sweep and to people.
    private const int RedrivesAtMost = 5;

    public async Task CollectAsync(string queue, string body, CancellationToken cancellationToken)
    {
        // Recorded before it is judged: a case that cannot be read must not take its dead letter with it.
        var letter = await store.RecordAsync(queue, body, cancellationToken);
        var (verdict, subject) = await steps.JudgeAsync(queue, body, cancellationToken);
        var failure = subject is null ? null : await failures.FindAsync(queue, subject, cancellationToken);
        await NoteAsync(letter with { Verdict = verdict, Failure = failure ?? letter.Failure }, cancellationToken);
        if (verdict is DeadLetterVerdict.StillDue && letter.Times <= RedrivesAtMost)
            await queues.SendAsync(queue, JsonSerializer.Deserialize<JsonElement>(body), cancellationToken);
    }

    // Whoever is faster here knows more: the letter came again, or an operator has it.
    private async Task NoteAsync(StoredDeadLetter letter, CancellationToken cancellationToken)
    {
        logger.LogError("Dead letter from {Queue}: {Verdict}, for the {Times}. time", letter.Queue, letter.Verdict, letter.Times);
        if (letter.Verdict is DeadLetterVerdict.DoneAlready)
            await store.TryApplyAsync(letter, DeadLetterAction.Resolve, DeadLetterEvent.Service, reason: null, cancellationToken);
        else
            await store.TryReplaceAsync(letter, cancellationToken);
    }
}

/// <summary>What a dead letter turned out to be.</summary>
internal enum DeadLetterVerdict
{
    /// <summary>Recorded, not judged: the application could not be read.</summary>
    Received,
    /// <summary>Its step still waits; it is sent again.</summary>
    StillDue,
    /// <summary>The step was done by another message.</summary>
    DoneAlready,
    /// <summary>It names no application.</summary>
    NoSuchApplication,
    /// <summary>It is not one of our messages; parked.</summary>
    Unreadable,
}
