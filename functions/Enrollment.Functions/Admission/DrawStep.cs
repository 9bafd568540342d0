using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;

namespace Enrollment.Functions.Admission;

/// <summary>Computes what list, secret and entropy determine.</summary>
internal sealed class DrawStep(RoundStore rounds, RoundFiles files, TimeProvider clock)
{
    public async Task RunAsync(StoredRound round, CancellationToken cancellationToken)
    {
        var drawing = (CeremonyState.Drawing)round.Ceremony.State;
        var list = await files.ListAsync(round.Name, cancellationToken);
        if (Digest.Of(list.CanonicalBytes()) != drawing.Digests.Sha256)
            throw new InvalidDataException($"The stored list of {round.Name} is not the one that was sealed.");
        var result = Allocate.Admit(list, DrawSeed.DeriveForAdmission(drawing.Digests.Sha256, drawing.Inputs.Secret, drawing.Inputs.Entropy),
            progress: null, cancellationToken);
        // What parents will be told is checked by other code than what decided it, before anybody can publish it.
        if (AdmissionInvariants.Check(list, result) is { Count: > 0 } violations)
            throw new InvalidOperationException($"The result of {round.Name} violates {string.Join(", ", violations.Select(violation => violation.Code).Distinct())}.");
        await files.SaveResultAsync(round.Name, result, cancellationToken);
        if (round.Ceremony.Apply(new CeremonyAction.Complete(result.Digest)) is CeremonyTransition.Allowed { Ceremony: var after })
        {
            await rounds.CommitAsync(round, round with { Ceremony = after },
                new RoundEvent(RoundEventKind.Drawn, "service", clock.GetUtcNow(), result.Digest.ToString()), cancellationToken);
        }
    }
}
