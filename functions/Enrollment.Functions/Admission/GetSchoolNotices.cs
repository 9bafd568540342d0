using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A school's notices of admission, a page for each child whose family has taken the place.</summary>
internal sealed class GetSchoolNotices(CallerTokens callers, RoundStore rounds, AdmittedApplications admitted, AdmissionNotices notices)
{
    [Function(nameof(GetSchoolNotices))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schools/{code}/admissions/{year}/{round}/notices")] HttpRequest request, string code, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, RoundName.Of(year, round), cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, RoundName? name, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!SchoolCode.TryParse(code, out var school) || !staff.ActsFor(code) || name is null || await rounds.FindAsync(name, cancellationToken) is not { IsPublic: true } found)
            return Problems.Of(request, FaultCode.NotFound);
        var children = (await admitted.OfAsync(school, name, cancellationToken)).Where(child => AdmissionNotices.IsDue(child.Application))
            .Select(child => (child.Child.Ticket, child.Application)).ToList();
        if (children.Count == 0)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        ListAnswers.Cache(request, isPublic: false);
        return await notices.PdfAsync(found, children, $"{code}-{name.Round}-notices", cancellationToken);
    }
}
