using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>An application with its correction and the papers on file.</summary>
internal sealed class CorrectedViews(EvidenceStore evidence, Policies policies)
{
    public Policy PolicyOf(Application application) => policies.Of(application.PolicyId);

    /// <summary>200 with the application as it is stored, and its version.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, StoredApplication stored, CancellationToken cancellationToken, SiblingsView? siblings = null)
    {
        request.HttpContext.Response.Headers.ETag = stored.Version;
        var (application, language) = (stored.Application, RequestLanguage.Of(request));
        // Nobody uploads before being asked to.
        IReadOnlyList<EvidenceFile> files = application.Correction is null ? [] : await evidence.AllOfAsync(application.Id, cancellationToken);
        return Results.Ok(ApplicationView.Of(application, PolicyOf(application), language, files) with { Siblings = siblings });
    }
}
