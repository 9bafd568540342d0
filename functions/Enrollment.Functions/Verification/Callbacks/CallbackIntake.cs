using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>What came of taking in an answer.</summary>
internal enum Intake
{
    /// <summary>Durable and queued.</summary>
    Taken,
    /// <summary>It was there already; queued once more if nobody has looked at it, in case its message was lost.</summary>
    Repeated,
    /// <summary>Nobody asked.</summary>
    Unknown,
}

/// <summary>Makes an answer durable and queues it, whether it came by a call or in a file.</summary>
internal sealed class CallbackIntake(ApplicationStore applications, CallbackInbox inbox, WorkQueues queues, Lookups lookups)
{
    public async Task<Intake> TakeAsync(CallbackRead.Genuine callback, CancellationToken cancellationToken)
    {
        if (!ApplicationId.TryParse(callback.CaseNo, out var id))
            return Intake.Unknown;
        var stored = await applications.FindAsync(id!, cancellationToken);
        // What a parent asked for before applying is no application's, and has its own place.
        if (stored is null && await lookups.TakeCallbackAsync(id!, callback.Department, callback.RequestId, callback.Body, cancellationToken))
            return Intake.Taken;
        var isKnown = stored?.Application.CheckOf(callback.Department)?.WasAskedAs(callback.RequestId, id!) is true;
        var key = inbox.KeyOf(callback.Department, callback.WebhookId);
        var isNew = await inbox.TryAddAsync(id!, key, callback.Department, callback.RequestId, callback.Body,
            isKnown ? CallbackOutcome.Received : CallbackOutcome.Unknown, cancellationToken);
        if (!isKnown)
            return Intake.Unknown;
        if (!isNew && !await inbox.IsWaitingAsync(id!, key, cancellationToken))
            return Intake.Repeated;
        // A call has a trace of the department's making; from here on it is the application's.
        using var activity = Tracing.Continue(nameof(ReceiveCallback), stored!.TraceParent);
        activity?.SetTag(Tracing.Application, id!.Value).SetTag(Tracing.Department, DepartmentPaths.Of(callback.Department));
        await queues.SendAsync(VerificationQueues.Callbacks, new CallbackMessage(id!.Value, key, activity?.Id ?? stored.TraceParent), cancellationToken);
        return isNew ? Intake.Taken : Intake.Repeated;
    }
}
