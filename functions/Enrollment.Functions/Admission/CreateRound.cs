using System.Security.Cryptography;
using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>The bureau opens a round by its published order. The list is made behind a queue; this only says that it will be.</summary>
internal sealed class CreateRound(CallerTokens callers, RoundStore rounds, RoundFiles files, OpenRounds open, RoundSetupReader setups, TimeProvider clock)
{
    [Function(nameof(CreateRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdmissionNames.Route)] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => CreateAsync(request, cancellationToken));

    private async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.IsBureau)
            return Problems.Of(request, FaultCode.NotFound);
        var (setup, faults) = await setups.ReadAsync(request, cancellationToken);
        if (setup is null)
            return Problems.Of(request, faults);
        var round = new StoredRound(new RoundName(setup.Year, setup.Round), Ceremony.New, Digest.FromBytes(RandomNumberGenerator.GetBytes(Digest.Size)),
            PreparedAt: null, Delivered: 0, Children: 0, Events: 0, default);
        if (await rounds.FindAsync(round.Name, cancellationToken) is not null)
            return Problems.Of(request, FaultCode.RoundExists);
        await files.SaveSetupAsync(round, setup, cancellationToken);
        // Armed before it is committed: a round that is opened gets its list, whoever crashes.
        await open.ArmAsync(round.Name, cancellationToken);
        if (!await rounds.CreateAsync(round, new RoundEvent(RoundEventKind.Created, staff.Subject, clock.GetUtcNow()), cancellationToken))
            return Problems.Of(request, FaultCode.RoundExists);
        await open.SendAsync(round.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return Results.Accepted($"/api/{AdmissionNames.Route}/{round.Name.Partition}/{round.Name.Round}", RoundView.Of(round, forStaff: true));
    }
}
