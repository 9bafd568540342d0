using Enrollment.Domain;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>
/// A member of the bureau says from the family's papers since when a child is registered where it lives: a school that decides by that date
/// cannot order a child without one, and people establish categories where no register knows the household.
/// </summary>
internal sealed class DecideSettlement(CallerTokens callers, ApplicationStore applications, ApplicationCommits commits, TimeProvider clock)
{
    private const int MaxBytes = 4096;

    [Function(nameof(DecideSettlement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "admission/applications/{id}/settlement")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => DecideAsync(request, id, cancellationToken));

    private async Task<IResult> DecideAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.IsBureau || !ApplicationId.TryParse(id, out var parsed) || await applications.FindAsync(parsed!, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var body = ((JsonRead<Body>.Read)read).Value;
        if (FaultsOf(body, stored.Application.Form).ToList() is { Count: > 0 } faults)
            return Problems.Of(request, faults);
        // A register's date is mended at the register, where everybody else reads it too.
        if (Candidate.RegisteredSettlement(stored.Application) is not null)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        var file = (stored.Application.Admission ?? AdmissionFile.Empty) with { Settlement = new SettlementDecision(body.Settled!.Value, body.ParentSettled, staff.Subject, clock.GetUtcNow()) };
        var change = new Change(stored.Application with { Admission = file }, [new ApplicationEvent(ApplicationEventKind.SettlementDecided, clock.GetUtcNow(), Actor.Staff)
        {
            Act = new StaffAct(staff.Subject, Reason: null, Rule: null, Note: null),
        }]);
        return await commits.TryAsync(stored, change, cancellationToken) is CommitOutcome.Committed ? Results.NoContent() : Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private IEnumerable<Fault> FaultsOf(Body body, ApplicationForm form)
    {
        var today = BureauDay.Of(clock.GetUtcNow());
        if (body.Settled is not { } settled)
            yield return new Fault(FaultCode.Required, "$.settled");
        else if (settled > today)
            yield return new Fault(FaultCode.DateInFuture, "$.settled");
        else if (settled < form.Child.BirthDate)
            yield return new Fault(FaultCode.UnknownValue, "$.settled");
        if (body.ParentSettled > today)
            yield return new Fault(FaultCode.DateInFuture, "$.parentSettled");
    }

    private sealed record Body(DateOnly? Settled, DateOnly? ParentSettled);
}
