using System.Diagnostics;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>A parent applies. Claim, arm, commit, send: whatever dies in between, an answered 201 is carried to its end.</summary>
internal sealed class SubmitApplication(SubmissionReader reader, ChildClaims claims, GuardianIndex guardians, ApplicationStore applications, VerificationSteps steps)
{
    [Function(nameof(SubmitApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => SubmitAsync(request, cancellationToken));

    private async Task<IResult> SubmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(request, cancellationToken);
        if (read is not SubmissionRead.Accepted { Submission: var submission, Policy: var policy } accepted)
            return ((SubmissionRead.Refused)read).Problem;
        if (await AnswerToKeyAsync(request, submission, cancellationToken) is { } answered)
            return answered;
        if (!accepted.Window.TakesApplications())
            return await AnswerClosedAsync(request, accepted, cancellationToken);
        var claim = await claims.ClaimAsync(submission, cancellationToken);
        if (claim is not ChildClaim.Granted { Id: var id })
            return AnswerToClaim(request, claim);
        if (!await guardians.LinkAsync(submission, id, cancellationToken))
            return Problems.Of(request, FaultCode.IdempotencyKeyReused);
        var application = Application.Submit(id, submission.Form, policy.Id, accepted.At) with { IsLate = accepted.Window is WindowState.LateRegistration };
        Activity.Current?.SetTag(Tracing.Application, id.Value);
        var due = await steps.ArmAsync(id, application.NextDue(steps.Schedule)!.Value, cancellationToken);
        if (!await applications.CreateAsync(application, submission, due, Activity.Current?.Id, cancellationToken))
            return await AnswerStoredAsync(request, id, due, cancellationToken);
        Measures.Submitted.Add(1, Measures.OfCategory(application.Form.Category));
        await steps.SendPlanAsync(id, Activity.Current?.Id, cancellationToken);
        return SubmissionReceipt.Created(request, application);
    }

    private async Task<IResult?> AnswerToKeyAsync(HttpRequest request, Submission submission, CancellationToken cancellationToken) =>
        await guardians.UseOfKeyAsync(submission, cancellationToken) switch
        {
            KeyUse.OtherContent => Problems.Of(request, FaultCode.IdempotencyKeyReused),
            KeyUse.SameContent same when await applications.FindAsync(same.Id, cancellationToken) is { } stored => SubmissionReceipt.Existing(request, stored),
            _ => null,
        };

    // Who lost the answer on the last evening asks again on the next day, and is told that it stands.
    private async Task<IResult> AnswerClosedAsync(HttpRequest request, SubmissionRead.Accepted accepted, CancellationToken cancellationToken) =>
        await claims.StandingAsync(accepted.Submission, cancellationToken) is { } standing
            ? SubmissionReceipt.Existing(request, standing)
            : ClosedWindow.Problem(request, accepted.Policy.Calendar, accepted.Submission.Form.Category, accepted.Window);

    private static IResult AnswerToClaim(HttpRequest request, ChildClaim claim) => claim switch
    {
        ChildClaim.Standing standing => SubmissionReceipt.Existing(request, standing.Stored),
        ChildClaim.Refused refused => Problems.Of(request, refused.Code),
        _ => throw new InvalidOperationException("A granted claim is not answered yet."),
    };

    // The same request was faster, or our own write landed and only its answer was lost, or the sweep fenced us off as stalled.
    private async Task<IResult> AnswerStoredAsync(HttpRequest request, ApplicationId id, DueRow due, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.SubmissionInFlight);
        return stored.HasIntent(due.Intent) ? SubmissionReceipt.Created(request, stored.Application) : SubmissionReceipt.Existing(request, stored);
    }
}
