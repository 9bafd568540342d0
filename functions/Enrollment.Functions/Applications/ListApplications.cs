using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent's own applications.</summary>
internal sealed class ListApplications(CallerApplications own, Policies policies)
{
    [Function(nameof(ListApplications))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        var language = RequestLanguage.Of(request);
        var stored = await own.AllOfAsync(guardian, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new ApplicationList([.. stored.Select(s => Line(s.Application, language))]));
    }

    private ApplicationLine Line(Application application, CultureInfo language)
    {
        var policy = policies.Of(application.PolicyId);
        return new ApplicationLine(application.Id.Value, application.Form.IntakeYear, application.Status.ToString(),
            Texts.Get($"Status.{application.Status}", language), CategoryView.Of(application.Form.Category, policy, language)!,
            CategoryView.Of(application.Established, policy, language), application.SubmittedAt);
    }
}

internal sealed record ApplicationList(IReadOnlyList<ApplicationLine> Applications);

internal sealed record ApplicationLine(string Id, int IntakeYear, string Status, string StatusText, CategoryView ClaimedCategory,
    CategoryView? EstablishedCategory, DateTimeOffset SubmittedAt);
