using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;

namespace Enrollment.Functions.Placement;

/// <summary>A drawn placement put together from its files.</summary>
internal sealed class PublishedPlacement(PlacementFiles files, PlacementStore placements)
{
    /// <summary>The result whose digest the placement holds; a file that is another one's is never shown.</summary>
    public async Task<PlacementResult> ResultAsync(StoredPlacement placement, CancellationToken cancellationToken)
    {
        var result = PlacementResult.Parse(await files.ListAsync(placement.Name, cancellationToken), await files.ResultAsync(placement.Name, cancellationToken));
        return result is not null && result.Digest == CeremonyParts.Of(placement.Ceremony.State).Result
            ? result
            : throw new InvalidDataException($"The stored result of {placement.Name.Run} is not the one that was drawn.");
    }

    /// <summary>The record; null before the draw is over.</summary>
    public async Task<PlacementRecord?> RecordAsync(StoredPlacement placement, bool forAuditor, CancellationToken cancellationToken)
    {
        if (CeremonyParts.Of(placement.Ceremony.State) is not { Digests: { } digests, Commitments: { } commitments, Inputs: { } inputs, Result: not null })
            return null;
        var result = await ResultAsync(placement, cancellationToken);
        var attributes = forAuditor ? await files.AttributesAsync(placement.Name, result.List, cancellationToken) : null;
        return PlacementRecord.Of(result, digests, inputs.Secret, inputs.Entropy, commitments.Late, attributes,
            await placements.LateJoinersAsync(placement, cancellationToken));
    }
}
