using Enrollment.Domain;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Schools;

/// <summary>Who may ask what is the bureau's alone.</summary>
internal sealed class BureauCallers(CallerTokens callers)
{
    /// <summary>The member of the bureau's staff who asks, or the answer to everybody else: a school learns no more than a stranger.</summary>
    public async Task<(StaffCaller? Staff, IResult? Refusal)> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await callers.AuthenticateStaffAsync(request, cancellationToken) switch
        {
            null => (null, Problems.Of(request, FaultCode.Unauthenticated)),
            { IsBureau: true } staff => (staff, null),
            _ => (null, Problems.Of(request, FaultCode.NotFound)),
        };
    }
}
