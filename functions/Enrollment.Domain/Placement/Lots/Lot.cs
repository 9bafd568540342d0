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
    private const int UniformAttempts = 2000;
    private const int Sequences = 200;

    /// <summary>Draws; null when the rules leave no placement that these many attempts find (such a list must not be sealed).</summary>
    public static Lot? Draw(PlacementList list, DrawSeed seed, CancellationToken cancellationToken = default)
    {
        var blocks = Blocks.Of(list);
        if (blocks.Bound.Any(block => Block.IsContradictory(list, block)))
            return null;
        var seating = new Seating(blocks, QuotasOf(list));
        for (var n = 0; n < UniformAttempts; n++)
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
    public static int MostAttempts(LotLaw law) => law is LotLaw.Uniform ? UniformAttempts : Sequences;

    /// <summary>What the groups of this list take.</summary>
    public static Quotas QuotasOf(PlacementList list)
    {
        var boys = list.Rows.Count(row => row.Sex is Sex.Male);
        return Quotas.Of(boys, list.Rows.Count - boys, list.Rows.Count(row => row.SpecialNeeds), list.Capacities, list.Relief);
    }
}
