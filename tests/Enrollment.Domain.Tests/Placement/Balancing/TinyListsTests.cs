using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>Lists so small that every grouping the rules allow can be tried.</summary>
public sealed class TinyListsTests
{
    [Theory]
    [InlineData(24, 2, 2)]
    [InlineData(20, 2, 6)]
    [InlineData(17, 2, 6)]
    [InlineData(12, 3, 6)]
    [InlineData(14, 3, 6)]
    [InlineData(12, 4, 6)]
    [InlineData(13, 4, 6)]
    [InlineData(10, 5, 6)]
    public void Improve_WithTheUsualBudget_FindsTheBestOfAllGroupings(int pupils, int classes, int seeds)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            var (found, best) = FoundAndBest(pupils, classes, seed);
            Assert.Equal(best, found, 1e-9 * best);
        }
    }

    private static (double Found, double Best) FoundAndBest(int pupils, int classes, int seed)
    {
        var list = Lists.Large(pupils, classes, seed, pins: false);
        var table = Tables.Ordinary(list, seed);
        list = list.Naming(table, SearchBudgets.For(pupils));
        var lot = Lot.Draw(list, Lists.Seed(seed))!.Groups;
        var z = ReferenceScores.Of(table);
        return (
            EveryGrouping.Imbalance(z, BalancingSearch.Improve(list, table, lot, Lists.Seed(seed), threads: 2), classes),
            new EveryGrouping(list, z).LeastImbalance());
    }
}
