using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A member of the bureau says where a home lies that the lists leave open: an ambiguous address goes to a person, never to a guess (R10).</summary>
internal sealed class DecideArea(CallerTokens callers, ApplicationStore applications, ApplicationCommits commits, DistrictSupplies supplies, TimeProvider clock)
{
    private const int MaxBytes = 4096;

    [Function(nameof(DecideArea))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "admission/applications/{id}/area")] HttpRequest request, string id, CancellationToken cancellationToken) =>
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
        if (FaultOf(body, stored.Application.Form.IntakeYear) is { } fault)
            return Problems.Of(request, [fault]);
        var file = (stored.Application.Admission ?? AdmissionFile.Empty) with { Area = new AreaDecision(body.Zone, body.ChoiceZone, staff.Subject, clock.GetUtcNow()) };
        var change = new Change(FirstReview.Assign(stored.Application with { Admission = file }, supplies), [new ApplicationEvent(ApplicationEventKind.AreaDecided, clock.GetUtcNow(), Actor.Staff)
        {
            Act = new StaffAct(staff.Subject, Reason: null, Domain.Verification.Rules.RuleId.R10, Note: null),
        }]);
        return await commits.TryAsync(stored, change, cancellationToken) is CommitOutcome.Committed ? Results.NoContent() : Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private Fault? FaultOf(Body body, int year)
    {
        if (body is { Zone: null, ChoiceZone: null })
            return new Fault(FaultCode.Required, "$.zone");
        if (body.Zone is { } zone && !IsZone(zone, isMulti: false, year))
            return new Fault(FaultCode.UnknownValue, "$.zone");
        return body.ChoiceZone is { } choice && !IsZone(choice, isMulti: true, year) ? new Fault(FaultCode.UnknownValue, "$.choiceZone") : null;
    }

    private bool IsZone(string code, bool isMulti, int year) =>
        ZoneCode.TryParse(code, out var zone) && supplies.Has(year) && supplies.Supply.ZonesOf(year).Any(known => known.Code == zone && known.IsMulti == isMulti);

    private sealed record Body(string? Zone, string? ChoiceZone);
}
