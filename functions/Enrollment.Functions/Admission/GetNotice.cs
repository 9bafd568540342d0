using Enrollment.Domain;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A family's own notice of admission, once it has taken the place.</summary>
internal sealed class GetNotice(CallerApplications own, RoundStore rounds, AdmissionNotices notices)
{
    [Function(nameof(GetNotice))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/notice")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, id, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { Application: { Offer: { IsRevoked: false } offer } application })
            return Problems.Of(request, FaultCode.NotFound);
        if (await rounds.FindAsync(new RoundName(application.Form.IntakeYear, offer.Round), cancellationToken) is not { IsPublic: true } round)
            return Problems.Of(request, FaultCode.NotFound);
        if (!AdmissionNotices.IsDue(application))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        ListAnswers.Cache(request, isPublic: false);
        return await notices.PdfAsync(round, [(PrepareStep.TicketOf(round, application.Id).ToString(), application)], $"{offer.School}-notice", cancellationToken);
    }
}
