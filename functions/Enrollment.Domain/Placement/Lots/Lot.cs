using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The first draw: pupils into anonymous groups (docs/placement-record.md sections 4 and 5).</summary>
/// <param name="Law">The distribution it came from.</param>
/// <param name="Attempts">How many attempts or sequences it took.</param>
/// <param name="Groups">The group (from 1) of each pupil, in list order.</param>
public sealed record Lot(LotLaw Law, int Attempts, int[] Groups)
{
    // The chance that an attempt succeeds falls with every rule; where a list is so long that it hardly ever does, trying is only a cost.
    private const int MostUniformAttempts = 2000, FewestUniformAttempts = 100, PupilsTried = 10_000_000;
    private const int Sequences = 200;

    /// <summary>Draws; null when the rules leave no placement that these many attempts find (such a list must not be sealed).</summary>
    public static Lot? Draw(PlacementList list, DrawSeed seed, CancellationToken cancellationToken = default)
    {
        var blocks = Blocks.Of(list);
        if (QuotasOf(list) is not { } quotas || blocks.Bound.Any(block => Block.IsContradictory(list, block)))
            return null;
        var seating = new Seating(blocks, quotas);
        for (var n = 0; n < UniformAttempts(list); n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chance = seed.Chance(string.Create(CultureInfo.InvariantCulture, $"lot/{n}"));
            if (UniformLot.Attempt(blocks, seating, chance))
                return new Lot(LotLaw.Uniform, n + 1, seating.Complete(list.Rows.Count, chance));
        }
        for (var n = 0; n < Sequences; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chance = seed.Chance(string.Create(CultureInfo.InvariantCulture, $"sequence/{n}"));
            if (SequentialLot.Attempt(blocks, seating, chance))
                return new Lot(LotLaw.Sequential, n + 1, seating.Complete(list.Rows.Count, chance));
        }
        return null;
    }

    /// <summary>How often a law is tried at most.</summary>
    public static int MostAttempts(PlacementList list, LotLaw law) => law is LotLaw.Uniform ? UniformAttempts(list) : Sequences;

    /// <summary>What the groups of this list take; null when no grouping of so many pupils, or so many with special needs, fits the classes.</summary>
    public static Quotas? QuotasOf(PlacementList list)
    {
        var boys = list.Rows.Count(row => row.Sex is Sex.Male);
        var special = list.Rows.Count(row => row.SpecialNeeds);
        if (special > (long)list.Classes * (list.SpecialNeedsCap ?? special) || (list.Relief == 0 && list.Rows.Count > list.Capacities.Sum()))
            return null;
        var quotas = Quotas.Of(boys, list.Rows.Count - boys, special, list.Capacities, list.Relief);
        // A group that meets its class by a pin or by the draw alone must fit every class.
        var isForAnyClass = list.Relief > 0 || list.Rows.Any(row => row.Pin is not null);
        return quotas.Boys.Concat(quotas.Girls).Any(quota => quota < 0) || (isForAnyClass && quotas.LargestSize > list.Capacities.Min()) ? null : quotas;
    }

    private static int UniformAttempts(PlacementList list) =>
        list.Rows.Count == 0 ? MostUniformAttempts : Math.Clamp(PupilsTried / list.Rows.Count, FewestUniformAttempts, MostUniformAttempts);
}
