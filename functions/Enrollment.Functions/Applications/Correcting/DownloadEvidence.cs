using Enrollment.Domain;
using Enrollment.Files.Uploads;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Review;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>An uploaded paper, for its parent and for the staff whose case it is; staff see only what was scanned and found clean.</summary>
internal sealed class DownloadEvidence(CallerApplications own, ReviewCases cases, AccessLog accesses, EvidenceStore evidence, EvidenceBlobs blobs)
{
    [Function(nameof(DownloadEvidence))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/evidence/{file}")] HttpRequest request, string id, string file,
        CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => DownloadAsync(request, id, file, cancellationToken));

    private async Task<IResult> DownloadAsync(HttpRequest request, string id, string file, CancellationToken cancellationToken)
    {
        var isStaff = await cases.AuthenticateAsync(request, cancellationToken) is not null;
        if ((isStaff ? await WhyNotForStaffAsync(request, id, cancellationToken) : await WhyNotForParentAsync(request, id, cancellationToken)) is { } refusal)
            return refusal;
        var application = ApplicationId.Parse(id);
        if (await evidence.FindAsync(application, file, cancellationToken) is not { } found || found.State is EvidenceState.Removed)
            return Problems.Of(request, FaultCode.NotFound);
        if (found.State is EvidenceState.Infected)
            return Problems.Of(request, FaultCode.EvidenceInfected);
        if (isStaff && found.AwaitsScan)
            return Problems.Of(request, FaultCode.EvidenceNotScanned);
        if (await blobs.FindAsync(application, file, cancellationToken) is not { } content)
            return Problems.Of(request, FaultCode.NotFound);
        var headers = request.HttpContext.Response.Headers;
        (headers.CacheControl, headers.XContentTypeOptions, headers.ContentSecurityPolicy) = ("no-store", "nosniff", "sandbox; default-src 'none'");
        return Results.Bytes(content, found.MediaType, $"{found.Paper}-{found.Id[..8]}.{found.Type.Extension()}");
    }

    private async Task<IResult?> WhyNotForParentAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        return await own.FindAsync(guardian, id, cancellationToken) is null ? Problems.Of(request, FaultCode.NotFound) : null;
    }

    // As the file it belongs to: only whose case it is, only for a purpose, and noted before it is shown.
    private async Task<IResult?> WhyNotForStaffAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request, id, cancellationToken);
        if (found is FoundCase.Refused refused)
            return refused.Answer;
        if (AccessPurposes.Of(request) is not { } purpose)
            return Problems.Of(request, FaultCode.PurposeMissing);
        var (staff, stored) = (FoundCase.Found)found;
        await accesses.NoteAsync(stored.Application.Id, staff, purpose, nameof(DownloadEvidence), cancellationToken);
        return null;
    }
}
