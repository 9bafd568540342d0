using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A family ranks schools, best first: those of its multi-school zone, or as a migrant family any public ones. Until its round is sealed.</summary>
internal sealed class ChooseSchools(CallerApplications own, ApplicationCommits commits, DistrictSupplies supplies, TimeProvider clock)
{
    private const int MaxBytes = 4096;
    private const int Most = 12;

    [Function(nameof(ChooseSchools))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "applications/{id}/choices")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ChooseAsync(request, id, cancellationToken));

    private async Task<IResult> ChooseAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var choices = ((JsonRead<Body>.Read)read).Value.Schools ?? [];
        if (FaultOf(choices, stored.Application.Form.IntakeYear) is { } fault)
            return Problems.Of(request, [fault]);
        if (!MayChoose(stored.Application.Status))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        var file = (stored.Application.Admission ?? AdmissionFile.Empty) with { Choices = choices };
        var change = new Change(stored.Application with { Admission = file }, [new ApplicationEvent(ApplicationEventKind.SchoolsChosen, clock.GetUtcNow(), Actor.Parent)]);
        return await commits.TryAsync(stored, change, cancellationToken) is CommitOutcome.Committed
            ? Results.Ok(new { Schools = choices })
            : Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private static bool MayChoose(ApplicationStatus status) => status is ApplicationStatus.Submitted or ApplicationStatus.Verifying or ApplicationStatus.CorrectionRequested
        or ApplicationStatus.UnderReview or ApplicationStatus.Verified or ApplicationStatus.AwaitingCoordination;

    private Fault? FaultOf(List<string> choices, int year)
    {
        if (choices.Count > Most)
            return new Fault(FaultCode.TooLong, "$.schools");
        if (choices.Distinct(StringComparer.Ordinal).Count() < choices.Count)
            return new Fault(FaultCode.DuplicateField, "$.schools");
        var known = supplies.Has(year) ? supplies.Supply.SchoolsOf(year).Where(school => school.Authority is not SchoolAuthority.Private).Select(school => school.Code).ToHashSet() : [];
        return choices.Exists(choice => !SchoolCode.TryParse(choice, out var code) || !known.Contains(code)) ? new Fault(FaultCode.UnknownValue, "$.schools") : null;
    }

    private sealed record Body(List<string>? Schools);
}
