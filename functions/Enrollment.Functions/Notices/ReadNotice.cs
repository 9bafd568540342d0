using System.Globalization;
using Enrollment.Domain;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Notices;

/// <summary>A parent marks a notice as read; doing it again changes nothing.</summary>
internal sealed class ReadNotice(CallerApplications own, NoticeStore notices, TimeProvider clock)
{
    [Function(nameof(ReadNotice))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "applications/{id}/notices/{number}/read")] HttpRequest request, string id, string number,
        CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ReadAsync(request, id, number, cancellationToken));

    private async Task<IResult> ReadAsync(HttpRequest request, string id, string number, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) || await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        return await notices.ReadAsync(stored.Application.Id, parsed, clock.GetUtcNow(), cancellationToken) ? Results.NoContent() : Problems.Of(request, FaultCode.NotFound);
    }
}
