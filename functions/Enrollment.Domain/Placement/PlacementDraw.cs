using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement;

/// <summary>From a sealed list and a seed to a placement: the same bytes on every machine.</summary>
public static class PlacementDraw
{
    /// <summary>Draws groups, numbers and teams.</summary>
    /// <param name="list">The sealed list.</param>
    /// <param name="attributes">Lines of the attribute table the list names; null when it names none.</param>
    /// <param name="seed">From list, secret and entropy.</param>
    /// <param name="progress">Told the epochs of the search done, of all.</param>
    /// <param name="cancellationToken">Stops a long search.</param>
    /// <returns>Null when the rules leave no placement the lot finds; a list that was checked before it was sealed has one.</returns>
    public static PlacementResult? Run(PlacementList list, IReadOnlyList<string>? attributes, DrawSeed seed, Action<int, int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (Groups(list, attributes, seed, progress, cancellationToken) is not { } drawn || SecondDraw.Numbers(list, drawn.Groups, seed) is not { } numbers)
            return null;
        var teams = list.Teams is null ? null : SecondDraw.Teams(list, drawn.Groups, numbers, seed);
        return list.Teams is not null && teams is null
            ? null
            : new PlacementResult(list, drawn.Law, drawn.Attempts, drawn.Groups, numbers, teams);
    }

    /// <summary>The first draw alone, improved by the search where the list asks for one.</summary>
    /// <exception cref="ArgumentException">The table is not the one the list names.</exception>
    public static Lot? Groups(PlacementList list, IReadOnlyList<string>? attributes, DrawSeed seed, Action<int, int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var lot = Lot.Draw(list, seed, cancellationToken);
        if (lot is null || list.Search is null)
            return lot;
        if (attributes is null || AttributeTable.Parse(attributes) is not { } table || !table.BelongsTo(list))
            throw new ArgumentException("Not the attribute table the list names.", nameof(attributes));
        return lot with { Groups = BalancingSearch.Improve(list, table, lot.Groups, seed, Environment.ProcessorCount, progress, cancellationToken) };
    }
}
