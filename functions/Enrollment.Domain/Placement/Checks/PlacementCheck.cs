namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// Looks, before a list is sealed, for rules that cannot hold together and names the smallest sets of them. A list that passes has placements, and the
/// draw will find one; what cannot be decided is said, and never passes.
/// </summary>
public static class PlacementCheck
{
    // Looks at a block and a group: a few seconds, reached only by lists no lot can place.
    private const long Work = 200_000_000;
    private const int MostSearched = 8;

    /// <summary>All conflicts found; none when the list may be sealed.</summary>
    public static IReadOnlyList<PlacementConflict> Conflicts(PlacementList list, CancellationToken cancellationToken = default)
    {
        var room = ListRoom.Of(list);
        List<PlacementConflict> found = [.. CountConflicts.Of(room)];
        var cores = new Cores(room);
        foreach (var suspects in DirectSuspects.Of(room, cores.Items))
            cores.Shrink(suspects);
        if (cores.Found.Count + found.Count == 0)
        {
            switch (LotTrial.Of(list, room.Quotas!, cancellationToken))
            {
                case LotEase.Easy:
                    return [.. TeamConflicts.Of(list)];
                case LotEase.Rare:
                    return [new PlacementConflict.LotUnlikely()];
            }
        }
        return [.. found, .. Searched(cores, isRefused: found.Count > 0, cancellationToken)];
    }

    /// <summary>What trying everything shows, beside what is known already; no answer is an answer only where there is another conflict.</summary>
    private static IReadOnlyList<PlacementConflict> Searched(Cores cores, bool isRefused, CancellationToken cancellationToken)
    {
        for (var n = 0; n < MostSearched; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = cores.SearchTheRest(Work);
            if (answer is Feasibility.Impossible)
                continue;
            if (cores.Found.Count == 0 && !isRefused)
                return [answer is Feasibility.Possible ? new PlacementConflict.LotUnlikely() : new PlacementConflict.Undecided()];
            break;
        }
        return cores.Found;
    }
}
