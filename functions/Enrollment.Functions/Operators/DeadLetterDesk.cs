using Enrollment.Domain;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Operators;

/// <summary>An operator's way to one dead letter, and how it is answered.</summary>
internal sealed class DeadLetterDesk(BureauCallers bureau, DeadLetterPages letters, DeadLetterStore store)
{
    // Every try that fails is one that somebody else won.
    private const int Attempts = 5;

    public async Task<FoundDeadLetter> FindAsync(HttpRequest request, string queue, string key, CancellationToken cancellationToken)
    {
        var (staff, refusal) = await bureau.FindAsync(request, cancellationToken);
        if (refusal is not null)
            return new FoundDeadLetter.Refused(refusal);
        return await letters.FindAsync(queue, key, cancellationToken) is { } letter
            ? new FoundDeadLetter.Found(staff!, letter)
            : new FoundDeadLetter.Refused(Problems.Of(request, FaultCode.NotFound));
    }

    /// <summary>Does what an operator asks for and says who and why; or the answer that says why not.</summary>
    public async Task<FoundDeadLetter> ActAsync(HttpRequest request, string queue, string key, DeadLetterAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, queue, key, cancellationToken);
        if (found is not FoundDeadLetter.Found { Staff: var staff, Letter: var letter })
            return found;
        var (reason, faults) = await DeadLetterReasons.ReadAsync(request, isRequired: action is DeadLetterAction.Discard, cancellationToken);
        if (faults.Count > 0)
            return new FoundDeadLetter.Refused(Problems.Of(request, faults));
        return await ApplyAsync(letter, action, staff.Subject, reason, cancellationToken) switch
        {
            ({ } done, _) => new FoundDeadLetter.Found(staff, done),
            (null, var code) => new FoundDeadLetter.Refused(Problems.Of(request, code)),
        };
    }

    public async Task<IResult> AnswerAsync(HttpRequest request, FoundDeadLetter found, CancellationToken cancellationToken) => found switch
    {
        FoundDeadLetter.Found { Letter: var letter } =>
            Results.Ok(DeadLetterView.Of(letter, await store.EventsAsync(letter, cancellationToken), RequestLanguage.Of(request))),
        FoundDeadLetter.Refused refused => refused.Answer,
        _ => throw new InvalidOperationException("FoundDeadLetter is closed."),
    };

    // Once: of two at the same moment, the second is told what the first has done.
    private async Task<(StoredDeadLetter? Done, FaultCode Refusal)> ApplyAsync(StoredDeadLetter? letter, DeadLetterAction action, string by, string? reason,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts && letter is not null; attempt++)
        {
            if (DeadLetterLifecycle.Apply(letter.State, action) is DeadLetterTransition.Refused { Reason: var why })
                return (null, CodeOf(why));
            if (action is DeadLetterAction.Replay && letter.Verdict is (DeadLetterVerdict.Unreadable or DeadLetterVerdict.NoSuchApplication))
                return (null, FaultCode.MessageUnusable);
            if (await store.TryApplyAsync(letter, action, by, reason, cancellationToken) is { } done)
                return (done, default);
            letter = await letters.FindAsync(letter.Queue, letter.Key, cancellationToken);
        }
        return (null, FaultCode.TemporarilyUnavailable);
    }

    private static FaultCode CodeOf(DeadLetterRefusal refusal) => refusal switch
    {
        DeadLetterRefusal.AlreadyReplayed => FaultCode.AlreadyReplayed,
        DeadLetterRefusal.StepNotDue => FaultCode.StepNotDue,
        DeadLetterRefusal.Settled => FaultCode.ActionNotPossible,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}

/// <summary>What came of looking for a dead letter. Closed.</summary>
internal abstract record FoundDeadLetter
{
    private FoundDeadLetter()
    {
    }

    public sealed record Found(StaffCaller Staff, StoredDeadLetter Letter) : FoundDeadLetter;

    public sealed record Refused(IResult Answer) : FoundDeadLetter;
}
