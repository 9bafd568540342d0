using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The bureau publishes digests of its secrets before anybody knows the entropy.</summary>
internal sealed class CommitPlacement(CeremonyActions ceremony)
{
    private const int MaxBytes = 4096;

    [Function(nameof(CommitPlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/commit")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => CommitAsync(request, code, run, cancellationToken));

    private async Task<IResult> CommitAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var body = ((JsonRead<Body>.Read)read).Value;
        if (body.ToCommitments() is not { } commitments)
            return Problems.Of(request, [new Fault(FaultCode.DigestMalformed, Digest.TryParse(body.Commitment, out _) ? "$.lateCommitment" : "$.commitment")]);
        return await ceremony.ApplyAsync(request, placement!, new CeremonyAction.Commit(commitments),
            new PlacementEvent(PlacementEventKind.Committed, staff!.Subject, ceremony.Now, commitments.Secret.ToString()), cancellationToken);
    }

    private sealed record Body(string? Commitment, string? LateCommitment)
    {
        public DrawCommitments? ToCommitments()
        {
            if (!Digest.TryParse(Commitment, out var secret))
                return null;
            if (LateCommitment is null)
                return new DrawCommitments(secret, Late: null);
            return Digest.TryParse(LateCommitment, out var late) ? new DrawCommitments(secret, late) : null;
        }
    }
}
