using Enrollment.Domain;
using Enrollment.Domain.Admission.FollowUps;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>The bureau records a step: a call, what it led to, and what that rests on.</summary>
internal sealed class RecordFollowUp(BureauCallers bureau, FollowUpStore store, LiveApplications live, TimeProvider clock)
{
    private const int MaxBytes = 1024;

    [Function(nameof(RecordFollowUp))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bureau/unapplied/{child}")] HttpRequest request, string child, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => RecordAsync(request, child, cancellationToken));

    private async Task<IResult> RecordAsync(HttpRequest request, string child, CancellationToken cancellationToken)
    {
        var (staff, refusal) = await bureau.FindAsync(request, cancellationToken);
        if (refusal is not null)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        if (!FollowUpReference.Is(child) || await store.FindAsync(year, child, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var body = ((JsonRead<Body>.Read)read).Value;
        if (body.Faults() is { Count: > 0 } faults)
            return Problems.Of(request, faults);
        var state = FollowUpStates.Now(stored, await live.HasAsync(stored.ChildKey, year, cancellationToken));
        return await ApplyAsync(request, stored, state, staff!, body, cancellationToken);
    }

    private async Task<IResult> ApplyAsync(HttpRequest request, StoredChild stored, FollowUpState state, StaffCaller staff, Body body, CancellationToken cancellationToken)
    {
        switch (FollowUpLifecycle.Apply(state, body.Action!.Value, body.Reason!.Value))
        {
            case FollowUpTransition.Refused { Reason: FollowUpRefusal.ReasonDoesNotCarry }:
                return Problems.Of(request, [new Fault(FaultCode.UnknownValue, "$.reason")]);
            case FollowUpTransition.Refused:
                return Problems.Of(request, FaultCode.ActionNotPossible);
            case FollowUpTransition.Allowed allowed:
                var happened = new FollowUpEvent(body.Action.Value, body.Reason.Value, allowed.To, staff.Subject, clock.GetUtcNow());
                if (!await store.CommitAsync(stored, happened, cancellationToken))
                    return Problems.Of(request, FaultCode.PreconditionFailed);
                var now = (await store.FindAsync(stored.Year, stored.Ref, cancellationToken))!;
                return Results.Ok(FollowUpView.Of(now, now.State, await store.EventsAsync(now, cancellationToken)));
            default:
                throw new InvalidOperationException("FollowUpTransition is closed.");
        }
    }

    private sealed record Body(FollowUpAction? Action, FollowUpReason? Reason)
    {
        public List<Fault> Faults()
        {
            var faults = new List<Fault>();
            if (Action is null)
                faults.Add(new Fault(FaultCode.Required, "$.action"));
            if (Reason is null)
                faults.Add(new Fault(FaultCode.Required, "$.reason"));
            // Whether a child has applied, the service finds itself.
            if (Action is FollowUpAction.MarkApplied)
                faults.Add(new Fault(FaultCode.UnknownValue, "$.action"));
            return faults;
        }
    }
}
