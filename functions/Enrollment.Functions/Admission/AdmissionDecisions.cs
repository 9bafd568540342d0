using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>How a member of the bureau decides what a round needs of an application, and neither lists nor registers say.</summary>
internal sealed class AdmissionDecisions(CallerTokens callers, ApplicationStore applications, ApplicationCommits commits)
{
    private const int MaxBytes = 4096;

    /// <param name="request">The bureau's.</param>
    /// <param name="id">The application.</param>
    /// <param name="faultsOf">What is wrong with the decision.</param>
    /// <param name="decide">The decision; null where there is nothing to decide.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IResult> TakeAsync<TBody>(HttpRequest request, string id, Func<TBody, ApplicationForm, IEnumerable<Fault>> faultsOf,
        Func<TBody, Application, StaffCaller, Change?> decide, CancellationToken cancellationToken)
        where TBody : class
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.IsBureau || !ApplicationId.TryParse(id, out var parsed) || await applications.FindAsync(parsed!, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        var read = await StrictJson.ReadAsync<TBody>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<TBody>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var body = ((JsonRead<TBody>.Read)read).Value;
        if (faultsOf(body, stored.Application.Form).ToList() is { Count: > 0 } faults)
            return Problems.Of(request, faults);
        if (decide(body, stored.Application, staff) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        return await commits.TryAsync(stored, change, cancellationToken) is CommitOutcome.Committed ? Results.NoContent() : Problems.Of(request, FaultCode.PreconditionFailed);
    }
}
