using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications;

/// <summary>What came of reading a submission. Closed.</summary>
internal abstract record SubmissionRead
{
    private SubmissionRead()
    {
    }

    public sealed record Accepted(Submission Submission, Policy Policy) : SubmissionRead;

    public sealed record Refused(IResult Problem) : SubmissionRead;
}

/// <summary>From an HTTP request to a valid submission, or to every fault at once.</summary>
internal sealed class SubmissionReader(CallerTokens callers, Policies policies, BlindIndex index, TimeProvider clock, IOptions<SubmissionOptions> options)
{
    private const int MaxBytes = 16 * 1024;

    public async Task<SubmissionRead> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateAsync(request, cancellationToken) is not { } caller)
            return new SubmissionRead.Refused(Problems.Of(request, FaultCode.Unauthenticated));
        if (IdempotencyKey.TryRead(request, out var key) is { } malformed)
            return new SubmissionRead.Refused(Problems.Of(request, malformed));
        return await StrictJson.ReadAsync<ApplicationRequest>(request, MaxBytes, cancellationToken) switch
        {
            JsonRead<ApplicationRequest>.Read read => Read(request, read.Value, caller, key),
            JsonRead<ApplicationRequest>.Refused refused => new SubmissionRead.Refused(Problems.Of(request, refused.Faults)),
            _ => throw new InvalidOperationException("JsonRead is closed."),
        };
    }

    private SubmissionRead Read(HttpRequest request, ApplicationRequest body, Caller caller, string? key)
    {
        if (FormReading.Of(body) is not FormReading.Form { Value: var form })
            return new SubmissionRead.Refused(Problems.Of(request, ((FormReading.Refused)FormReading.Of(body)).Faults));
        var policy = policies.OfYear(form.IntakeYear);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), options.Value.Zone).DateTime);
        var faults = SubmissionRules.Check(form, caller, policy, today, options.Value.AllowSynthetic);
        return faults.Count > 0
            ? new SubmissionRead.Refused(Problems.Of(request, faults))
            : new SubmissionRead.Accepted(Submission.Of(form, body, key, index), policy!);
    }
}
