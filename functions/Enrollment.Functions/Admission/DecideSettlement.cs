using Enrollment.Domain;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>
/// A member of the bureau says from the family's papers since when a child is registered where it lives: a school that decides by that date
/// cannot order a child without one, and people establish categories where no register knows the household.
/// </summary>
internal sealed class DecideSettlement(AdmissionDecisions decisions, TimeProvider clock)
{
    [Function(nameof(DecideSettlement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "admission/applications/{id}/settlement")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => decisions.TakeAsync<Body>(request, id, FaultsOf, Decide, cancellationToken));

    private Change? Decide(Body body, Application application, StaffCaller staff)
    {
        // A register's date is mended at the register, where everybody else reads it too.
        if (Candidate.RegisteredSettlement(application) is not null)
            return null;
        var now = clock.GetUtcNow();
        var file = (application.Admission ?? AdmissionFile.Empty) with { Settlement = new SettlementDecision(body.Settled!.Value, body.ParentSettled, staff.Subject, now) };
        return new Change(application with { Admission = file }, [new ApplicationEvent(ApplicationEventKind.SettlementDecided, now, Actor.Staff)
        {
            Act = new StaffAct(staff.Subject, Reason: null, Rule: null, Note: null),
        }]);
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
