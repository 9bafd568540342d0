using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Review;

/// <summary>The cases that wait for the caller's authority or school, masked: who needs more opens one, and says why.</summary>
internal sealed class ListCases(ReviewCases cases, WorkListPages pages, DeadLetterPages deadLetters, Policies policies, TimeProvider clock)
{
    [Function(nameof(ListCases))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/cases")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await cases.AuthenticateAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        var fields = new FieldReader();
        var query = WorkListQuery.Read(request.Query, fields);
        if (fields.Faults.Count > 0)
            return Problems.Of(request, fields.Faults);
        // Another authority's list is not there for the caller; a school's cases may lie with either.
        if (staff.IsBureau && query.Authority is { } named && named != staff.Authority)
            return Problems.Of(request, FaultCode.NotFound);
        var page = query.Kind is WorkKind.DeadLetter ? WorkListPage.Empty : await pages.ReadAsync(staff, query.Authority ?? staff.Authority, query, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var (language, now) = (RequestLanguage.Of(request), clock.GetUtcNow());
        // Messages that could not be worked are nobody's case: they stand on the first page of the bureau's, with their own way on.
        var letters = staff.IsBureau && query.AsksForDeadLetters ? await deadLetters.ReadAsync(DeadLetterQuery.Waiting, language, cancellationToken) : null;
        return Results.Ok(new CaseList([.. page.Cases.Select(application => CaseLine.Of(application, policies.Of(application.PolicyId), staff, now, language))], page.Next, letters));
    }
}

/// <summary>A page of a work list.</summary>
/// <param name="Cases">Its cases; a page may hold fewer than asked for, even none.</param>
/// <param name="Next">The cursor of the next page; null at the end of the list.</param>
/// <param name="DeadLetters">The messages that wait for an operator, with the cursor of more at <c>bureau/dead-letters</c>; null where they were not asked for.</param>
internal sealed record CaseList(IReadOnlyList<CaseLine> Cases, string? Next, DeadLetterList? DeadLetters);
