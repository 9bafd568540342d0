using Enrollment.Domain;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A school's notices of admission, a page for each child whose family has taken the place.</summary>
internal sealed class GetSchoolNotices(SchoolRounds schools, AdmittedApplications admitted, AdmissionNotices notices)
{
    [Function(nameof(GetSchoolNotices))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schools/{code}/admissions/{year}/{round}/notices")] HttpRequest request, string code, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, year, round, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string year, string round, CancellationToken cancellationToken)
    {
        var (school, found, refusal) = await schools.FindAsync(request, code, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        var children = (await admitted.OfAsync(school!, found!.Name, cancellationToken)).Where(child => AdmissionNotices.IsDue(child.Application))
            .Select(child => (child.Child.Ticket, child.Application)).ToList();
        if (children.Count == 0)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        ListAnswers.Cache(request, isPublic: false);
        return await notices.PdfAsync(found, children, $"{code}-{found.Name.Round}-notices", cancellationToken);
    }
}
