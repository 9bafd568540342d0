using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>A family says whether children who apply together are to be placed together (捆绑). It may say so before a sibling is linked.</summary>
internal sealed class SetSiblingWish(CallerApplications own, SiblingWishes wishes, FamilySiblings siblings)
{
    private const int MaxBytes = 1024;

    [Function(nameof(SetSiblingWish))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "applications/{id}/sibling-wish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => SetAsync(request, id, cancellationToken));

    private async Task<IResult> SetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var body = await StrictJson.ReadAsync<SiblingWishRequest>(request, MaxBytes, cancellationToken);
        if (body is not JsonRead<SiblingWishRequest>.Read { Value: var stated })
            return Problems.Of(request, ((JsonRead<SiblingWishRequest>.Refused)body).Faults);
        if (stated.Wish is not { } wish)
            return Problems.Of(request, [new Fault(FaultCode.Required, "$.wish")]);
        if (!MayStillWish(stored.Application.Status))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        await wishes.StateAsync(stored.Application.Id, wish, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await siblings.SeenByAsync(guardian, stored, RequestLanguage.Of(request), cancellationToken));
    }

    // Once a place is offered the wish has been used.
    private static bool MayStillWish(ApplicationStatus status) => status is ApplicationStatus.Submitted or ApplicationStatus.Verifying
        or ApplicationStatus.CorrectionRequested or ApplicationStatus.UnderReview or ApplicationStatus.Verified;
}

/// <summary>The body of PUT /api/applications/{id}/sibling-wish.</summary>
internal sealed record SiblingWishRequest(SiblingWish? Wish);
