using Enrollment.Functions.Draws;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>The bureau publishes the digest of its secret before anybody knows the entropy.</summary>
internal sealed class CommitRound(RoundActions actions)
{
    [Function(nameof(CommitRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/commit")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => CommitAsync(request, year, round, cancellationToken));

    private async Task<IResult> CommitAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        var (commit, faults) = await CeremonyBodies.CommitAsync(request, cancellationToken);
        return commit is null
            ? Problems.Of(request, faults)
            : await actions.ApplyAsync(request, found!, commit,
                new RoundEvent(RoundEventKind.Committed, staff!.Subject, actions.Now, commit.Commitments.Secret.ToString()), cancellationToken);
    }
}
