using Enrollment.Domain;
using Enrollment.Files.Uploads;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>An uploaded paper, for its parent and for the bureau's staff; staff see only what was scanned and found clean.</summary>
internal sealed class DownloadEvidence(CallerTokens callers, CallerApplications own, EvidenceStore evidence, EvidenceBlobs blobs)
{
    [Function(nameof(DownloadEvidence))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/evidence/{file}")] HttpRequest request, string id, string file,
        CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => DownloadAsync(request, id, file, cancellationToken));

    private async Task<IResult> DownloadAsync(HttpRequest request, string id, string file, CancellationToken cancellationToken)
    {
        var isStaff = await callers.AuthenticateStaffAsync(request, cancellationToken) is { IsBureau: true };
        var guardian = isStaff ? null : await own.AuthenticateAsync(request, cancellationToken);
        if (!isStaff && guardian is null)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!ApplicationId.TryParse(id, out var application) || (guardian is not null && await own.FindAsync(guardian, id, cancellationToken) is null))
            return Problems.Of(request, FaultCode.NotFound);
        if (await evidence.FindAsync(application!, file, cancellationToken) is not { } found || found.State is EvidenceState.Removed)
            return Problems.Of(request, FaultCode.NotFound);
        if (found.State is EvidenceState.Infected)
            return Problems.Of(request, FaultCode.EvidenceInfected);
        if (isStaff && found.AwaitsScan)
            return Problems.Of(request, FaultCode.EvidenceNotScanned);
        if (await blobs.FindAsync(application!, file, cancellationToken) is not { } content)
            return Problems.Of(request, FaultCode.NotFound);
        var headers = request.HttpContext.Response.Headers;
        (headers.CacheControl, headers.XContentTypeOptions, headers.ContentSecurityPolicy) = ("no-store", "nosniff", "sandbox; default-src 'none'");
        return Results.Bytes(content, found.MediaType, $"{found.Paper}-{found.Id[..8]}.{found.Type.Extension()}");
    }
}
