using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A member of the bureau says where a home lies that the lists leave open: an ambiguous address goes to a person, never to a guess (R10).</summary>
internal sealed class DecideArea(AdmissionDecisions decisions, DistrictSupplies supplies, TimeProvider clock)
{
    [Function(nameof(DecideArea))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "admission/applications/{id}/area")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => decisions.TakeAsync<Body>(request, id, FaultsOf, Decide, cancellationToken));

    private Change Decide(Body body, Application application, StaffCaller staff)
    {
        var now = clock.GetUtcNow();
        var file = (application.Admission ?? AdmissionFile.Empty) with { Area = new AreaDecision(body.Zone, body.ChoiceZone, staff.Subject, now) };
        return new Change(FirstReview.Assign(application with { Admission = file }, supplies), [new ApplicationEvent(ApplicationEventKind.AreaDecided, now, Actor.Staff)
        {
            Act = new StaffAct(staff.Subject, Reason: null, RuleId.R10, Note: null),
        }]);
    }

    private IEnumerable<Fault> FaultsOf(Body body, ApplicationForm form)
    {
        if (body is { Zone: null, ChoiceZone: null })
            yield return new Fault(FaultCode.Required, "$.zone");
        if (body.Zone is { } zone && !IsZone(zone, isMulti: false, form.IntakeYear))
            yield return new Fault(FaultCode.UnknownValue, "$.zone");
        if (body.ChoiceZone is { } choice && !IsZone(choice, isMulti: true, form.IntakeYear))
            yield return new Fault(FaultCode.UnknownValue, "$.choiceZone");
    }

    private bool IsZone(string code, bool isMulti, int year) =>
        ZoneCode.TryParse(code, out var zone) && supplies.Has(year) && supplies.Supply.ZonesOf(year).Any(known => known.Code == zone && known.IsMulti == isMulti);

    private sealed record Body(string? Zone, string? ChoiceZone);
}
