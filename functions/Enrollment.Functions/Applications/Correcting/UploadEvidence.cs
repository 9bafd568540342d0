using System.Security.Cryptography;
using Enrollment.Domain;
using Enrollment.Files.Uploads;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>Redeems an upload grant: takes exactly the bytes it is for. Sent again, it answers as before.</summary>
internal sealed class UploadEvidence(EvidenceGrants grants, EvidenceStore evidence, EvidenceBlobs blobs, EvidenceIntake intake)
{
    [Function(nameof(UploadEvidence))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "evidence/{grant}")] HttpRequest request, string grant, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => UploadAsync(request, grant, cancellationToken));

    private async Task<IResult> UploadAsync(HttpRequest request, string text, CancellationToken cancellationToken)
    {
        if (grants.Read(text) is not { } grant)
            return Problems.Of(request, FaultCode.GrantInvalid);
        if (grants.HasExpired(grant))
            return Problems.Of(request, FaultCode.GrantExpired);
        var body = request.ContentLength > grant.Size ? null : await BoundedBody.ReadAsync(request.Body, grant.Size, cancellationToken);
        if (body is not { } bytes || bytes.Length != grant.Size || Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != grant.Sha256)
            return Problems.Of(request, FaultCode.EvidenceNotAsGranted);
        if (await evidence.FindAsync(grant.Application, grant.File, cancellationToken) is { } known)
            return Answer(request, new Intake.Known(known));
        var reading = ReadUpload.Of(grant.Type, bytes.Span);
        if (reading is not UploadReading.Accepted { Content: var content })
            return Problems.Of(request, CodeOf(((UploadReading.Refused)reading).Fault));
        if (await intake.RefusalAsync(grant, cancellationToken) is { } refusal)
            return Problems.Of(request, refusal);
        await blobs.SaveAsync(grant.Application, grant.File, content, cancellationToken);
        return Answer(request, await intake.TakeAsync(grant, content, cancellationToken));
    }

    private static IResult Answer(HttpRequest request, Intake intake)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return intake switch
        {
            Intake.Taken taken => Results.Created($"/api/applications/{taken.File.Application}/evidence/{taken.File.Id}", EvidenceView.Of(taken.File, RequestLanguage.Of(request))),
            Intake.Known { File.State: EvidenceState.Removed } => Problems.Of(request, FaultCode.GrantUsed),
            Intake.Known known => Results.Ok(EvidenceView.Of(known.File, RequestLanguage.Of(request))),
            Intake.Refused refused => Problems.Of(request, refused.Code),
            _ => throw new InvalidOperationException("Intake is closed."),
        };
    }

    private static FaultCode CodeOf(UploadFault fault) => fault switch
    {
        UploadFault.Malformed => FaultCode.EvidenceMalformed,
        UploadFault.TooManyPixels => FaultCode.EvidenceTooManyPixels,
        UploadFault.ActiveContent => FaultCode.EvidenceActiveContent,
        UploadFault.HiddenContent => FaultCode.EvidenceHiddenContent,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
