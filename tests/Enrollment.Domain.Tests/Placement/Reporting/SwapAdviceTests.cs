using CsCheck;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Tests.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Reporting;

public sealed class SwapAdviceTests
{
    /// <summary>Every pair tried, every rule looked at again afterwards, every figure computed anew.</summary>
    [Fact]
    public void Best_AnyPlacement_IsTheBestOfAllExchangesTriedOneByOne() =>
        Gen.Select(RandomLists.Any.Where(list => list.Rows.Count > 0), Gen.Int[0, 9_999], Gen.Bool).Sample((list, seed, isCoarse) =>
        {
            if (PlacementDraw.Run(list, null, Lists.Seed(seed)) is not { } result)
                return;
            var table = isCoarse
                ? Tables.Of(list, [new AttributeColumn.Number("score", 1000, 500, Bands: false, 0), new AttributeColumn.Category("school", 700)], i => [i % 3, i % 2])
                : Tables.Ordinary(list, seed);

            var advice = SwapAdvice.Best(result, table);

            var expected = SlowBest(result, table);
            Assert.Equal(expected, advice is null ? null : (advice.First, advice.Second, advice.After.Objective));
        }, iter: 200, threads: 1);

    [Fact]
    public void Best_TwoPupilsInEachOthersPlace_NamesThemAndWhatItChanges()
    {
        var list = Lists.Of([2, 2], "M", "M", "F", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0)], i => [i * 10]);
        var result = new PlacementResult(list, LotLaw.Uniform, 1, [1, 2, 1, 2], [1, 2], Teams: null);

        var advice = SwapAdvice.Best(result, table)!;

        Assert.Equal((0, 1), (advice.First, advice.Second));
        Assert.Equal((new Fraction(4, 5), (Fraction)0), (advice.Before.Objective, advice.After.Objective));
        Assert.Equal([15, 15], advice.After.Numbers[0].Means);
    }

    [Fact]
    public void Best_NothingBetter_IsNone()
    {
        var list = Lists.Of([2, 2], "M", "M", "F", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0)], i => [i * 10]);

        Assert.Null(SwapAdvice.Best(new PlacementResult(list, LotLaw.Uniform, 1, [2, 1, 1, 2], [1, 2], Teams: null), table));
    }

    private static (int, int, Fraction)? SlowBest(PlacementResult result, AttributeTable table)
    {
        (int First, int Second, Fraction After)? best = null;
        var now = BalanceFigures.Of(result.List, table, result.Groups).Objective;
        for (var i = 0; i < result.Groups.Count; i++)
        {
            for (var j = i + 1; j < result.Groups.Count; j++)
            {
                int[] groups = [.. result.Groups];
                (groups[i], groups[j]) = (groups[j], groups[i]);
                if (groups[i] == groups[j] || PlacementRules.FirstBroken(result.List, groups) is not null || SlowRules.BrokenClasses(result with { Groups = groups }) is not null)
                    continue;
                var after = BalanceFigures.Of(result.List, table, groups).Objective;
                if (after < (best?.After ?? now))
                    best = (i, j, after);
            }
        }
        return best;
    }
}
