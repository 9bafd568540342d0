using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications;

/// <summary>A parent withdraws the version of the application they have seen; the child may then be applied for again.</summary>
internal sealed class WithdrawApplication(CallerApplications own, ApplicationStore applications, VerificationSteps steps, Policies policies)
{
    [Function(nameof(WithdrawApplication))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count == 0)
            return Problems.Of(request, FaultCode.PreconditionRequired);
        if (!request.Headers.IfMatch.Contains(stored.Version, StringComparer.Ordinal))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (WithdrawalDecision.Decide(stored.Application, steps.Now) is not { } change)
            return Problems.Of(request, FaultCode.ActionNotPossible);
        if (!await applications.CommitAsync(stored, change, due: null, cancellationToken))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        if (stored.Due is { } due)
            await steps.DisarmAsync(due, cancellationToken);
        return Results.Ok(ApplicationView.Of(change.After, policies.Of(change.After.PolicyId), RequestLanguage.Of(request)));
    }
}
