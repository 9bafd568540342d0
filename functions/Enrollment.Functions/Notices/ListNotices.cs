using Enrollment.Domain;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Notices;

/// <summary>A parent's inbox: of all their applications, or of one.</summary>
internal sealed class ListNotices(CallerApplications own, NoticeStore notices)
{
    [Function(nameof(ListNotices))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "notices")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, id: null, cancellationToken));

    [Function("ListNoticesOfApplication")]
    public Task<IResult> OfApplicationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/notices")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, id, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, string? id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        var fields = new FieldReader();
        var page = NoticePage.Read(request.Query, fields);
        if (fields.Faults.Count > 0)
            return Problems.Of(request, fields.Faults);
        if (await AskedAsync(guardian, id, cancellationToken) is not { } asked)
            return Problems.Of(request, FaultCode.NotFound);
        var inboxes = await Task.WhenAll(asked.Select(stored => notices.InboxAsync(stored.Application.Id, cancellationToken)));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(page.Of(inboxes.SelectMany(rows => rows), RequestLanguage.Of(request)));
    }

    private async Task<IReadOnlyList<StoredApplication>?> AskedAsync(string guardian, string? id, CancellationToken cancellationToken) => id is null
        ? await own.AllOfAsync(guardian, cancellationToken)
        : await own.FindAsync(guardian, id, cancellationToken) is { } one ? [one] : null;
}
