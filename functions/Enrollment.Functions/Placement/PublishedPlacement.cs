using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;
using Enrollment.Files.Exports;

namespace Enrollment.Functions.Placement;

/// <summary>A drawn placement put together from its files.</summary>
internal sealed class PublishedPlacement(PlacementFiles files, PlacementStore placements)
{
    /// <summary>A placement everybody may see. Paper stays on the wall after it became void: its code must then still lead somewhere that says so.</summary>
    public async Task<StoredPlacement?> FindAsync(string school, string run, CancellationToken cancellationToken) =>
        PlacementQuery.IsSchoolCode(school) && await placements.FindAsync(school, run, cancellationToken) is { IsPublic: true } found ? found : null;

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
        if (CeremonyParts.Of(placement.Ceremony.State).Result is null)
            return null;
        var (result, record) = await DrawnAsync(placement, cancellationToken);
        return forAuditor ? record with { Attributes = await files.AttributesAsync(placement.Name, result.List, cancellationToken) } : record;
    }

    /// <summary>Everything public of a placement.</summary>
    /// <exception cref="InvalidOperationException">Nothing was drawn.</exception>
    public async Task<DrawnPlacement> DrawnAsync(StoredPlacement placement, CancellationToken cancellationToken)
    {
        if (CeremonyParts.Of(placement.Ceremony.State) is not { Digests: { } digests, Commitments: { } commitments, Inputs: { } inputs, Result: not null })
            throw new InvalidOperationException("Nothing was drawn.");
        var result = await ResultAsync(placement, cancellationToken);
        var late = await placements.LateJoinersAsync(placement, cancellationToken);
        return new DrawnPlacement(result, PlacementRecord.Of(result, digests, inputs.Secret, inputs.Entropy, commitments.Late, attributes: null, late));
    }

    /// <summary>The lists of a drawn placement, late joiners included.</summary>
    /// <exception cref="InvalidOperationException">Nothing was drawn.</exception>
    public async Task<PlacementLists> ListsAsync(StoredPlacement placement, CancellationToken cancellationToken)
    {
        var (result, record) = await DrawnAsync(placement, cancellationToken);
        return PlacementLists.Of(result, record, await files.PupilsAsync(placement.Name, cancellationToken));
    }
}

/// <summary>What was drawn, and the record of it without the attribute table.</summary>
internal sealed record DrawnPlacement(PlacementResult Result, PlacementRecord Record);
