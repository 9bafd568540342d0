using Enrollment.Domain;
using Enrollment.Domain.Review;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Review;

/// <summary>A parent asks for a second review (申请复查) of what people decided. What was decided stands until the answer.</summary>
internal sealed class ObjectToDecision(CallerApplications own, ApplicationCommits commits, Policies policies, TimeProvider clock)
{
    private const int MaxBytes = 16 * 1024;
    private const int Attempts = 5;

    [Function(nameof(ObjectToDecision))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/objection")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ObjectAsync(request, id, cancellationToken));

    private async Task<IResult> ObjectAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (await own.FindAsync(guardian, id, cancellationToken) is not { } stored)
            return Problems.Of(request, FaultCode.NotFound);
        if (request.Headers.IfMatch.Count > 0 && !EntityTags.Means(request, stored.Version))
            return Problems.Of(request, FaultCode.PreconditionFailed);
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var fields = new FieldReader();
        var text = fields.Text(((JsonRead<Body>.Read)read).Value.Text, "$.text", DecisionReading.MaxNote);
        return text is null ? Problems.Of(request, fields.Faults) : await RaiseAsync(request, stored, text, cancellationToken);
    }

    // A reviewer who claims the case meanwhile must not cost the parent the deadline.
    private async Task<IResult> RaiseAsync(HttpRequest request, StoredApplication stored, string text, CancellationToken cancellationToken)
    {
        var policy = policies.Of(stored.Application.PolicyId);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var outcome = RaiseObjection.Decide(stored.Application, text, policy, clock.GetUtcNow());
            if (outcome is ObjectionOutcome.Refused refused)
                return Problems.Of(request, CodeOf(refused.Reason));
            switch (await commits.TryAsync(stored, ((ObjectionOutcome.Allowed)outcome).Change, cancellationToken))
            {
                case CommitOutcome.Committed committed:
                    request.HttpContext.Response.Headers.ETag = committed.Written.Version;
                    return Results.Ok(ApplicationView.Of(committed.Written.Application, policy, RequestLanguage.Of(request)));
                case CommitOutcome.Lost lost when request.Headers.IfMatch.Count == 0:
                    stored = lost.Now;
                    break;
                default:
                    return Problems.Of(request, FaultCode.PreconditionFailed);
            }
        }
        return Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private static FaultCode CodeOf(ObjectionRefusal refusal) => refusal switch
    {
        ObjectionRefusal.NothingDecided => FaultCode.NothingToObjectTo,
        ObjectionRefusal.RaisedBefore => FaultCode.ObjectionAlreadyRaised,
        ObjectionRefusal.TooLate => FaultCode.ObjectionTooLate,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    private sealed record Body(string? Text)
    {
        public override string ToString() => nameof(Body);
    }
}
