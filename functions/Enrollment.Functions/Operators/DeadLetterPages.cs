using System.Globalization;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Operators;

/// <summary>Dead letters as they stand now: whoever looks at one that waits asks whether its step is still due, and what was done by itself is noted.</summary>
internal sealed class DeadLetterPages(DeadLetterStore store, QueueSteps steps)
{
    private const int AtOnce = 16;

    // A state that few are in must not read the whole table in one request; the page is then short, and its cursor leads on.
    private const int RowsOfAPage = 400;

    public async Task<DeadLetterList> ReadAsync(DeadLetterQuery query, CultureInfo language, CancellationToken cancellationToken)
    {
        var (lines, rows) = (new List<DeadLetterLine>(), 0);
        await foreach (var chunk in store.AfterAsync(query, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            foreach (var letter in await Task.WhenAll(chunk.Select(letter => NowAsync(letter, cancellationToken))))
            {
                rows++;
                if (query.State is null || letter.State == query.State)
                    lines.Add(DeadLetterLine.Of(letter, language));
                if (lines.Count == query.Limit || rows == RowsOfAPage)
                    return new DeadLetterList(lines, letter.Id);
            }
        }
        return new DeadLetterList(lines, Next: null);
    }

    /// <summary>One letter as it stands now; null when there is none.</summary>
    public async Task<StoredDeadLetter?> FindAsync(string queue, string key, CancellationToken cancellationToken) =>
        steps.Has(queue) && DeadLetterStore.IsKey(key) && await store.FindAsync(queue, key, cancellationToken) is { } letter ? await NowAsync(letter, cancellationToken) : null;

    private async Task<StoredDeadLetter> NowAsync(StoredDeadLetter letter, CancellationToken cancellationToken)
    {
        if (letter.IsSettled)
            return letter;
        var now = letter with { Verdict = (await steps.JudgeAsync(letter.Queue, letter.Body, cancellationToken)).Verdict };
        return now.Verdict is not DeadLetterVerdict.DoneAlready
            ? now
            : await store.TryApplyAsync(now, DeadLetterAction.Resolve, DeadLetterEvent.Service, reason: null, cancellationToken)
                ?? await store.FindAsync(letter.Queue, letter.Key, cancellationToken) ?? now;
    }
}
