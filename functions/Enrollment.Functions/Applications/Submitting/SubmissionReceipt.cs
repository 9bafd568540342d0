using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>The answer to a submission: the number to ask for, and where it stands.</summary>
internal sealed record SubmissionReceipt(string Id, string Status, string StatusText, bool Late, DateTimeOffset SubmittedAt)
{
    public static IResult Created(HttpRequest request, Application application) =>
        Results.Created($"/api/applications/{application.Id}", Of(application, RequestLanguage.Of(request)));

    public static IResult Existing(HttpRequest request, StoredApplication stored)
    {
        request.HttpContext.Response.Headers.Location = $"/api/applications/{stored.Application.Id}";
        return Results.Ok(Of(stored.Application, RequestLanguage.Of(request)));
    }

    private static SubmissionReceipt Of(Application application, CultureInfo language) => new(application.Id.Value, application.Status.ToString(),
        Texts.Get($"Status.{application.Status}", language), application.IsLate, application.SubmittedAt);
}
