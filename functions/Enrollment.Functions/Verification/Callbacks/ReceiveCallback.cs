using Enrollment.Domain;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>A department calls back. Acknowledged only once it is durable and queued; a repeat is acknowledged again and changes nothing.</summary>
internal sealed class ReceiveCallback(CallbackReader reader, ApplicationStore applications, CallbackInbox inbox, WorkQueues queues, Lookups lookups)
{
    [Function(nameof(ReceiveCallback))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "callbacks/{department}")] HttpRequest request, string department, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ReceiveAsync(request, department, cancellationToken));

    private async Task<IResult> ReceiveAsync(HttpRequest request, string department, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(request, department, cancellationToken);
        if (read is not CallbackRead.Genuine callback)
            return Problems.Of(request, ((CallbackRead.Refused)read).Code);
        if (!ApplicationId.TryParse(callback.CaseNo, out var id))
            return Problems.Of(request, FaultCode.CallbackUnknown);
        var stored = await applications.FindAsync(id!, cancellationToken);
        // What a parent asked for before applying is no application's, and has its own place.
        if (stored is null && await lookups.TakeCallbackAsync(id!, callback.Department, callback.RequestId, callback.Body, cancellationToken))
            return Results.Accepted();
        var isKnown = stored?.Application.CheckOf(callback.Department)?.WasAskedAs(callback.RequestId, id!) is true;
        var key = inbox.KeyOf(callback.Department, callback.WebhookId);
        await inbox.TryAddAsync(id!, key, callback.Department, callback.RequestId, callback.Body,
            isKnown ? CallbackOutcome.Received : CallbackOutcome.Unknown, cancellationToken);
        if (!isKnown)
            return Problems.Of(request, FaultCode.CallbackUnknown);
        // The request has a trace of the department's making; from here on it is the application's.
        using var activity = Tracing.Continue(nameof(ReceiveCallback), stored!.TraceParent);
        activity?.SetTag(Tracing.Application, id!.Value).SetTag(Tracing.Department, DepartmentPaths.Of(callback.Department));
        await queues.SendAsync(VerificationQueues.Callbacks, new CallbackMessage(id!.Value, key, activity?.Id ?? stored.TraceParent), cancellationToken);
        return Results.Accepted();
    }
}
