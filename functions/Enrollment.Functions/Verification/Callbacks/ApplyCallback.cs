using System.Text;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>Takes a received callback into its application, once.</summary>
internal sealed class ApplyCallback(CallbackInbox inbox, ApplicationStore applications, ApplicationTurns turns, AnswerRecorder recorder, VerificationSteps steps)
{
    private const int Attempts = 10;

    [Function(nameof(ApplyCallback))]
    public Task RunAsync([QueueTrigger(VerificationQueues.Callbacks)] CallbackMessage message, CancellationToken cancellationToken) =>
        steps.WatchAsync(VerificationQueues.Callbacks, message.ApplicationId, () => ApplyAsync(message, cancellationToken), cancellationToken);

    private async Task ApplyAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(ApplyCallback), message.TraceParent, VerificationQueues.Callbacks);
        var id = ApplicationId.Parse(message.ApplicationId);
        activity?.SetTag(Tracing.Application, id.Value);
        using var turn = turns.Join(id);
        // The first answer received counts, whichever message comes first.
        foreach (var callback in await inbox.WaitingAsync(id, cancellationToken))
        {
            var outcome = await ApplyAsync(turn, callback, cancellationToken);
            // Noted first, so that of two messages only one tells it; the inbox keeps it even if the event is lost to a crash.
            if (!await inbox.NoteAsync(callback, outcome, cancellationToken))
                continue;
            Measures.Callbacks.Add(1, Measures.OfDepartment(DepartmentPaths.Of(callback.Department)), Measures.WithOutcome(outcome.ToString()));
            if (outcome is CallbackOutcome.Conflicting)
                await TellConflictAsync(id, callback, cancellationToken);
        }
    }

    private async Task<CallbackOutcome> ApplyAsync(ApplicationTurn turn, StoredCallback callback, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(turn.Id, cancellationToken);
        // A callback is taken in only where its question was asked.
        var epoch = stored.Application.CheckOf(callback.Department)!.EpochOf(callback.RequestId, turn.Id)!.Value;
        return await recorder.RecordAsync(turn, stored, new AnswerTo(callback.Department, epoch), Answer(callback), cancellationToken)
            ? CallbackOutcome.Applied
            : UntakenOutcome(await FindAsync(turn.Id, cancellationToken), callback, epoch);
    }

    private static DepartmentAnswer Answer(StoredCallback callback) =>
        DepartmentAnswers.Parse(callback.Department, Encoding.UTF8.GetBytes(callback.Body)) is AnswerParse.Parsed parsed
            ? parsed.NoRecord ? new DepartmentAnswer.NoRecord(callback.Body) : new DepartmentAnswer.Reported(callback.Body, parsed.Report)
            : throw new InvalidOperationException("A callback is stored only after it was read.");

    private static CallbackOutcome UntakenOutcome(StoredApplication stored, StoredCallback callback, int epoch)
    {
        // What the parent has corrected since is asked anew, and the answer to the old question contradicts nothing.
        if (stored.Application.CheckOf(callback.Department) is not { Answer: { } answer } check || epoch < check.AskedSinceEpoch)
            return CallbackOutcome.Late;
        if (answer.Body == callback.Body)
            return CallbackOutcome.Applied;
        return answer.Report?.EvidenceHash == (Answer(callback) as DepartmentAnswer.Reported)?.Report.EvidenceHash
            ? CallbackOutcome.Repeated
            : CallbackOutcome.Conflicting;
    }

    private async Task TellConflictAsync(ApplicationId id, StoredCallback callback, CancellationToken cancellationToken)
    {
        var conflict = new ApplicationEvent(ApplicationEventKind.ConflictingAnswer, steps.Now, Actor.Department, callback.Department);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await FindAsync(id, cancellationToken);
            if (await applications.CommitAsync(stored, new Change(stored.Application, [conflict]), stored.Due, cancellationToken) is not null)
                return;
        }
        throw new InvalidOperationException($"Application {id} changed {Attempts} times under one event.");
    }

    private async Task<StoredApplication> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await applications.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("A callback is stored only for an application that is there.");
}
