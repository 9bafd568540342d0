using System.Text;
using Enrollment.Domain;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>What came of reading a callback. Closed.</summary>
internal abstract record CallbackRead
{
    private CallbackRead()
    {
    }

    /// <summary>Signed by the department; says nothing yet about whether anybody asked.</summary>
    public sealed record Genuine(Department Department, string WebhookId, string RequestId, string CaseNo, string Body) : CallbackRead;

    public sealed record Refused(FaultCode Code) : CallbackRead;
}

/// <summary>Checks size, signature and form of a callback, in this order.</summary>
internal sealed class CallbackReader(DepartmentExchanges departments, TimeProvider clock, ILogger<CallbackReader> logger)
{
    public async Task<CallbackRead> ReadAsync(HttpRequest request, string path, CancellationToken cancellationToken)
    {
        if (!DepartmentPaths.TryParse(path, out var department))
            return new CallbackRead.Refused(FaultCode.NotFound);
        if (await BoundedBody.ReadAsync(request.Body, DepartmentAnswers.MaxBytes, cancellationToken) is not { } body)
            return new CallbackRead.Refused(FaultCode.BodyTooLarge);
        var headers = WebhookHeaders.Of(request.Headers);
        if (WebhookSignature.Verify(departments.CallbackKeysOf(department), headers, body.Span, clock.GetUtcNow()) is not WebhookVerification.Valid and var verification)
        {
            logger.LogWarning("Callback of {Department} refused: {Verification}", department, verification);
            return new CallbackRead.Refused(FaultCode.CallbackSignatureInvalid);
        }
        return DepartmentAnswers.Parse(department, body) is AnswerParse.Parsed parsed
            ? new CallbackRead.Genuine(department, headers.Id!, parsed.RequestId, parsed.CaseNo, Encoding.UTF8.GetString(body.Span))
            : new CallbackRead.Refused(FaultCode.CallbackMalformed);
    }
}
