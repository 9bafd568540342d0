using System.Security.Cryptography;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Files.Uploads;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>A parent announces a paper that was asked for, and is told where to send its bytes.</summary>
internal sealed class GrantEvidence(CallerApplications own, EvidenceStore evidence, EvidenceGrants grants, IOptions<EvidenceOptions> options, TimeProvider clock)
{
    private const int MaxBody = 4 * 1024;

    [Function(nameof(GrantEvidence))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/evidence/grants")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GrantAsync(request, id, cancellationToken));

    private async Task<IResult> GrantAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { Application: var application })
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<GrantRequest>(request, MaxBody, cancellationToken);
        if (read is not JsonRead<GrantRequest>.Read { Value: var body })
            return Problems.Of(request, ((JsonRead<GrantRequest>.Refused)read).Faults);
        if (!application.MayBeCorrected(clock.GetUtcNow()))
            return Problems.Of(request, FaultCode.ActionNotPossible);
        if (FaultsOf(body, application.Correction!).ToList() is { Count: > 0 } faults)
            return Problems.Of(request, faults);
        if ((await evidence.AllOfAsync(application.Id, cancellationToken)).Count(file => file.IsLive) >= options.Value.MaxFiles)
            return Problems.Of(request, FaultCode.EvidenceTooMany);
        var grant = new EvidenceGrant(application.Id, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), body.Paper!, body.ContentType!, body.Size!.Value,
            body.Sha256!, clock.GetUtcNow() + options.Value.GrantLifetime);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var path = $"/api/evidence/{grants.Write(grant)}";
        return Results.Created(path, new GrantReceipt(grant.File, "PUT", path, grant.ExpiresAt));
    }

    private IEnumerable<Fault> FaultsOf(GrantRequest body, CorrectionRequest correction)
    {
        if (string.IsNullOrWhiteSpace(body.Paper))
            yield return new Fault(FaultCode.Required, "$.paper");
        else if (!correction.Papers.Contains(body.Paper, StringComparer.Ordinal))
            yield return new Fault(FaultCode.PaperNotAsked, "$.paper");
        if (string.IsNullOrWhiteSpace(body.ContentType))
            yield return new Fault(FaultCode.Required, "$.contentType");
        else if (UploadTypes.OfMediaType(body.ContentType) is null)
            yield return new Fault(FaultCode.EvidenceTypeUnsupported, "$.contentType");
        if (body.Size is null)
            yield return new Fault(FaultCode.Required, "$.size");
        else if (body.Size <= 0)
            yield return new Fault(FaultCode.EvidenceMalformed, "$.size");
        else if (body.Size > options.Value.MaxBytes)
            yield return new Fault(FaultCode.EvidenceTooLarge, "$.size");
        if (string.IsNullOrWhiteSpace(body.Sha256))
            yield return new Fault(FaultCode.Required, "$.sha256");
        else if (body.Sha256.Length != 64 || !body.Sha256.All(char.IsAsciiHexDigitLower))
            yield return new Fault(FaultCode.DigestMalformed, "$.sha256");
    }
}

/// <summary>The body of a request for an upload grant.</summary>
internal sealed record GrantRequest(string? Paper, string? ContentType, int? Size, string? Sha256);

/// <summary>Where to send the bytes, and until when.</summary>
internal sealed record GrantReceipt(string Id, string Method, string Path, DateTimeOffset ExpiresAt);
