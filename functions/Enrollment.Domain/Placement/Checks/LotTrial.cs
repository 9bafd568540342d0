using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// Tries the lot's own laws with a seed nobody will draw. Success proves that the rules can hold together; enough of it, that the draw itself will not
/// end without a placement: at a rate of eight in 64 all 200 sequences fail once in 10^11 draws; of the other law no more attempts are made than half of
/// those a draw makes, where the same eight mean once in 10^7 at the very worst.
/// </summary>
internal static class LotTrial
{
    private const int Enough = 8;
    private const int Sequences = 64;
    private const int MostUniformAttempts = 200;

    /// <summary>How readily a draw will find a placement of this list.</summary>
    public static LotEase Of(PlacementList list, Quotas quotas, CancellationToken cancellationToken)
    {
        var blocks = Blocks.Of(list);
        if (blocks.Bound.Any(block => Block.IsContradictory(list, block)))
            return LotEase.Hopeless;
        var seating = new Seating(blocks, quotas);
        var seed = new DrawSeed(default);
        var sequences = Successes(Sequences, "sequence", chance => SequentialLot.Attempt(blocks, seating, chance), seed, cancellationToken);
        if (sequences >= Enough)
            return LotEase.Easy;
        var attempts = Successes(Math.Min(MostUniformAttempts, Lot.MostAttempts(list, LotLaw.Uniform) / 2), "lot", chance => UniformLot.Attempt(blocks, seating, chance), seed, cancellationToken);
        return attempts >= Enough ? LotEase.Easy : sequences + attempts > 0 ? LotEase.Rare : LotEase.Hopeless;
    }

    private static int Successes(int most, string stream, Func<Chance, bool> attempt, DrawSeed seed, CancellationToken cancellationToken)
    {
        var successes = 0;
        for (var n = 0; n < most && successes < Enough; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            successes += attempt(seed.Chance(string.Create(CultureInfo.InvariantCulture, $"{stream}/{n}"))) ? 1 : 0;
        }
        return successes;
    }
}

/// <summary>How readily the lot finds a placement.</summary>
internal enum LotEase
{
    /// <summary>Any draw will.</summary>
    Easy,
    /// <summary>There is one, but a draw might not find it.</summary>
    Rare,
    /// <summary>None was found.</summary>
    Hopeless,
}
