using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The entropy was read out: secret and entropy are fixed, and with them the result. Computing it is a message's work.</summary>
internal sealed class StartDraw(CeremonyActions ceremony, OpenDraws openDraws)
{
    private const int MaxBytes = 4096;

    [Function(nameof(StartDraw))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/draw")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => StartAsync(request, code, run, cancellationToken));

    private async Task<IResult> StartAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var faults = ((JsonRead<Body>.Read)read).Value.TryRead(out var inputs);
        if (faults.Count > 0)
            return Problems.Of(request, faults);
        var draw = new CeremonyAction.Draw(inputs!);
        // Armed before it is committed: a draw that starts is finished, whoever crashes. One that cannot start is not.
        if (placement!.Ceremony.Apply(draw) is CeremonyTransition.Allowed)
            await openDraws.ArmAsync(placement.Name, cancellationToken);
        var answer = await ceremony.ApplyAsync(request, placement, draw,
            new PlacementEvent(PlacementEventKind.DrawStarted, staff!.Subject, ceremony.Now, inputs!.Entropy.Text), cancellationToken);
        await openDraws.SendAsync(placement.Name, System.Diagnostics.Activity.Current?.Id, cancellationToken);
        return answer;
    }

    private sealed record Body(string? Secret, string? Entropy)
    {
        public List<Fault> TryRead(out DrawInputs? inputs)
        {
            var faults = new List<Fault>();
            if (!DrawSecret.TryParse(Secret, out var secret))
                faults.Add(new Fault(FaultCode.DigestMalformed, "$.secret"));
            if (Domain.Draws.Entropy.TryParse(Entropy, out var entropy) is { } fault)
                faults.Add(new Fault(fault, "$.entropy"));
            inputs = faults.Count == 0 ? new DrawInputs(secret!, entropy!) : null;
            return faults;
        }

        public override string ToString() => nameof(Body);
    }
}
