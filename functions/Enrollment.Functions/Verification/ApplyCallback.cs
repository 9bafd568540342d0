using System.Text;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification;

/// <summary>Takes a received callback into its application, once.</summary>
internal sealed class ApplyCallback(CallbackInbox inbox, ApplicationStore applications, AnswerRecorder recorder, VerificationSteps steps)
{
    [Function(nameof(ApplyCallback))]
    public async Task RunAsync([QueueTrigger(VerificationQueues.Callbacks)] CallbackMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(ApplyCallback), message.TraceParent);
        var id = ApplicationId.Parse(message.ApplicationId);
        if (await inbox.FindAsync(id, message.CallbackKey, cancellationToken) is not { Outcome: CallbackOutcome.Received } callback)
            return;
        if (await applications.FindAsync(id, cancellationToken) is not { } stored)
            return;
        var outcome = CallbackOutcome.Applied;
        if (!await recorder.RecordAsync(stored, callback.Department, Answer(callback), cancellationToken))
            outcome = await NoteUntakenAsync(id, callback, cancellationToken);
        await inbox.NoteAsync(callback, outcome, cancellationToken);
    }

    private static DepartmentAnswer Answer(StoredCallback callback) =>
        DepartmentAnswers.Parse(callback.Department, Encoding.UTF8.GetBytes(callback.Body)) is AnswerParse.Parsed parsed
            ? parsed.NoRecord ? new DepartmentAnswer.NoRecord(callback.Body) : new DepartmentAnswer.Reported(callback.Body, parsed.Report)
            : throw new InvalidOperationException("A callback is stored only after it was read.");

    private async Task<CallbackOutcome> NoteUntakenAsync(ApplicationId id, StoredCallback callback, CancellationToken cancellationToken)
    {
        var stored = await applications.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("An application is never deleted.");
        var answer = stored.Application.CheckOf(callback.Department)?.Answer;
        if (answer is null)
            return CallbackOutcome.Late;
        if (answer.Report?.EvidenceHash == (Answer(callback) as DepartmentAnswer.Reported)?.Report.EvidenceHash)
            return CallbackOutcome.Repeated;
        var conflict = new Change(stored.Application, [new ApplicationEvent(ApplicationEventKind.ConflictingAnswer, steps.Now, Actor.Department, callback.Department)]);
        return await applications.CommitAsync(stored, conflict, stored.Due, cancellationToken)
            ? CallbackOutcome.Conflicting
            : throw new InvalidOperationException("The application changed meanwhile; the message is tried again.");
    }
}
