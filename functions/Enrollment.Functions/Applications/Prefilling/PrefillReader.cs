using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>The body of POST /api/prefill.</summary>
internal sealed record PrefillRequest(int? IntakeYear);

/// <summary>What came of reading a request to prefill. Closed.</summary>
internal abstract record PrefillRead
{
    private PrefillRead()
    {
    }

    public sealed record Asked(Caller Caller, Policy Policy, ApplicationId Case) : PrefillRead;

    public sealed record Refused(IResult Problem) : PrefillRead;
}

/// <summary>Who asks, and for which year.</summary>
internal sealed class PrefillReader(CallerTokens callers, Policies policies, BlindIndex index)
{
    private const int MaxBytes = 1024;

    public async Task<PrefillRead> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateAsync(request, cancellationToken) is not { Role: Caller.Parent } caller)
            return new PrefillRead.Refused(Problems.Of(request, FaultCode.Unauthenticated));
        var body = await StrictJson.ReadAsync<PrefillRequest>(request, MaxBytes, cancellationToken);
        if (body is not JsonRead<PrefillRequest>.Read { Value: var asked })
            return new PrefillRead.Refused(Problems.Of(request, ((JsonRead<PrefillRequest>.Refused)body).Faults));
        if (asked.IntakeYear is not { } year)
            return new PrefillRead.Refused(Problems.Of(request, [new Fault(FaultCode.Required, "$.intakeYear")]));
        return policies.OfYear(year) is { } policy
            ? new PrefillRead.Asked(caller, policy, CaseOf(caller, year))
            : new PrefillRead.Refused(Problems.Of(request, [new Fault(FaultCode.IntakeYearNotOpen, "$.intakeYear")]));
    }

    // The departments see a case that says nothing; the same parent has the same one, so that the answer is found again.
    private ApplicationId CaseOf(Caller caller, int year) => ApplicationId.FromBytes(
        index.Bytes("prefill", string.Create(CultureInfo.InvariantCulture, $"{GuardianIndex.KeyOf(caller.IdentityNumber, index)}|{year}")).AsSpan(0, 16));
}
