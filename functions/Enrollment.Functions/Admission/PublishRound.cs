using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Makes the result public: from then on anybody may run it again, and every child gets its offer.</summary>
internal sealed class PublishRound(RoundActions actions, OpenRounds open)
{
    [Function(nameof(PublishRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.RoundRoute + "/publish")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PublishAsync(request, year, round, cancellationToken));

    private async Task<IResult> PublishAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (staff, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        var publish = new CeremonyAction.Publish();
        if (found!.Ceremony.Apply(publish) is CeremonyTransition.Allowed)
            await open.ArmAsync(found.Name, cancellationToken);
        var answer = await actions.ApplyAsync(request, found, publish, new RoundEvent(RoundEventKind.Published, staff!.Subject, actions.Now), cancellationToken);
        await open.SendAsync(found.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }
}
