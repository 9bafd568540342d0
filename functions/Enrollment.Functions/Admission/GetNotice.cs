using Enrollment.Domain;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A family's own notice of admission, once it has taken the place.</summary>
internal sealed class GetNotice(FamilyOffers offers, AdmissionNotices notices)
{
    [Function(nameof(GetNotice))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/notice")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (found, refusal) = await offers.FindAsync(request, id, cancellationToken);
        if (found is not var (application, offer, round))
            return refusal!;
        if (!AdmissionNotices.IsDue(application))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        ListAnswers.Cache(request, isPublic: false);
        return await notices.PdfAsync(round, [(PrepareStep.TicketOf(round, application.Id).ToString(), application)], $"{offer.School}-notice", cancellationToken);
    }
}
