using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>A school's way to what a published round gave it.</summary>
internal sealed class SchoolRounds(CallerTokens callers, RoundStore rounds)
{
    /// <summary>The school and the round; or the answer that says why the caller sees neither.</summary>
    public async Task<(SchoolCode? School, StoredRound? Round, IResult? Refusal)> FindAsync(HttpRequest request, string code, string year, string round, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return (null, null, Problems.Of(request, FaultCode.Unauthenticated));
        return SchoolCode.TryParse(code, out var school) && staff.ActsFor(code) && RoundName.Of(year, round) is { } name
            && await rounds.FindAsync(name, cancellationToken) is { IsPublic: true } found
            ? (school, found, null)
            : (null, null, Problems.Of(request, FaultCode.NotFound));
    }
}
