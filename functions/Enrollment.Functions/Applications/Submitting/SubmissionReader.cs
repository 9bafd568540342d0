using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Submitting;

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
        if (await callers.AuthenticateAsync(request, cancellationToken) is not { Role: Caller.Parent } caller)
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
        var reading = FormReading.Of(body);
        var policy = reading.IntakeYear is { } year ? policies.OfYear(year) : null;
        SubmissionRules.Check(reading, body, caller, policy, BureauDay.Of(clock.GetUtcNow()), options.Value.AllowSynthetic);
        return reading.Fields.Faults is { Count: > 0 } faults
            ? new SubmissionRead.Refused(Problems.Of(request, [.. faults.DistinctBy(fault => fault.Path, StringComparer.Ordinal)]))
            : new SubmissionRead.Accepted(Submission.Of(reading.Form, body, key, index), policy!);
    }
}
