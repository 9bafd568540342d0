using CsCheck;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Balancing;

public sealed class BalanceFiguresTests
{
    private static readonly Gen<(PlacementList List, AttributeTable Table, int[] Groups)> AnyGrouping =
        from pupils in Gen.Int[2, 30]
        from classes in Gen.Int[1, 5]
        from seed in Gen.Int[0, 9_999]
        from groups in Gen.Int[1, classes].Array[pupils]
        let list = Lists.Large(pupils, classes, seed)
        select (list, Tables.Ordinary(list, seed), groups);

    [Fact]
    public void Objective_AnyGrouping_IsTheSumOverItsDefinition() => AnyGrouping.Sample(drawn =>
        Math.Abs(BalanceFigures.Of(drawn.List, drawn.Table, drawn.Groups).Objective.ToDouble() - Defined(drawn.List, drawn.Table, drawn.Groups)) < 1e-6);

    [Fact]
    public void LowerBound_AnyGroupingOfAnySizes_IsNotAboveTheObjective() => AnyGrouping.Sample(drawn =>
        BalanceFigures.Of(drawn.List, drawn.Table, drawn.Groups).Criteria.All(criterion => 0 <= criterion.LowerBound && criterion.LowerBound <= criterion.Objective));

    /// <summary>Every way to share out a count is tried: the bound is the best of them.</summary>
    [Theory]
    [InlineData(new[] { 4, 4, 4 }, 5)]
    [InlineData(new[] { 5, 4, 4 }, 7)]
    [InlineData(new[] { 12, 2, 1 }, 5)]
    [InlineData(new[] { 14, 3, 1 }, 7)]
    [InlineData(new[] { 30, 1, 1, 1, 1 }, 17)]
    [InlineData(new[] { 30, 1, 1, 1 }, 22)]
    public void LowerBound_OfACount_IsTheBestWayToShareItOut(int[] sizes, int boys)
    {
        int[] groups = [.. sizes.SelectMany((size, g) => Enumerable.Repeat(g + 1, size))];
        var list = Lists.Of([.. sizes.Select(_ => 40)], [.. groups.Select((_, i) => i < boys ? "M" : "F")]);
        var table = Tables.Of(list, [new AttributeColumn.Category("none", 0)], _ => [0]);
        var share = new Fraction(boys, groups.Length);

        var best = Shares(sizes.Length, boys).Min(counts =>
            counts.Select((count, g) => (count - share * sizes[g]) * (count - share * sizes[g]) / sizes[g]).Aggregate((x, y) => x + y));

        Assert.Equal(2 * best / (share * (1 - share)), BalanceFigures.Of(list, table, groups).LowerBound);
    }

    [Fact]
    public void Of_ASmallRoster_GivesTheFiguresWorkedOutByHand()
    {
        var list = Lists.Of([2, 2], "M", "M", "F", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0), new AttributeColumn.Category("school", 1000)], i => [i * 10, i / 3]);

        var figures = BalanceFigures.Of(list, table, [1, 2, 1, 2]);

        // Scores 0 20 and 10 30: means 10 and 20 around 15, variance 125; 2 x 25 + 2 x 25 over 125. Best are 0 30 and 10 20: no difference.
        var score = figures.Criteria.Single(criterion => criterion.Name == "score");
        Assert.Equal(new Fraction(4, 5), score.Objective);
        Assert.Equal(0, score.LowerBound);
        // One of four from the other school: 1/4 x 3/4 is the variance, (1/2)^2 / 2 twice what remains at best.
        var school = figures.Criteria.Single(criterion => criterion.Name == "school");
        Assert.Equal(new Fraction(4, 3), school.Objective);
        Assert.Equal(new Fraction(4, 3), school.LowerBound);
        Assert.Equal(new Fraction(4, 5) / 4, figures.Excess);
        var number = Assert.Single(figures.Numbers);
        Assert.Equal([10, 20], number.Means);
        Assert.Equal([10_000, 10_000], number.Deviations);
        Assert.Equal((10, 0), (number.MeanRange, number.DeviationRange));
        // Of group 1 half has 0, of all a quarter.
        Assert.Equal(new Fraction(1, 4), number.Distance);
        Assert.Equal([("sex", 0, 0), ("sex", 1, 0), ("special-needs", 0, 0), ("special-needs", 1, 0), ("school", 0, 1), ("school", 1, 1)],
            figures.Counts.Select(count => (count.Name, count.Level, count.Range)));
    }

    [Fact]
    public void Of_NothingDiffers_IsPerfect()
    {
        var list = Lists.Of([3, 3], "M", "M", "M", "M");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 500, Bands: true, 100)], _ => [7]);

        var figures = BalanceFigures.Of(list, table, [1, 1, 2, 2]);

        Assert.Empty(figures.Criteria);
        Assert.Equal((0, 0), (figures.Objective, figures.Excess));
        Assert.Equal((0, 0), (figures.Numbers[0].MeanRange, figures.Numbers[0].Distance));
    }

    [Fact]
    public void Of_AGroupWithoutPupils_HasNoMean()
    {
        var list = Lists.Of([3, 3], "M", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0)], i => [i]);

        var number = BalanceFigures.Of(list, table, [1, 1]).Numbers[0];

        Assert.Equal([new Fraction(1, 2), null], number.Means);
        Assert.Equal(0, number.MeanRange);
    }

    private static double Defined(PlacementList list, AttributeTable table, int[] groups)
    {
        var features = Columns(list, table).ToArray();
        return features.Where(feature => feature.X.Distinct().Count() > 1).Sum(feature =>
        {
            var mean = feature.X.Average();
            var variance = feature.X.Average(x => (x - mean) * (x - mean));
            return feature.Weight / variance * Enumerable.Range(1, list.Classes).Where(groups.Contains).Sum(group =>
            {
                double[] own = [.. feature.X.Where((_, i) => groups[i] == group)];
                return own.Length * Math.Pow(own.Average() - mean, 2);
            });
        });
    }

    private static IEnumerable<(double Weight, double[] X)> Columns(PlacementList list, AttributeTable table)
    {
        yield return (2, [.. list.Rows.Select(row => row.Sex is Sex.Male ? 1.0 : 0)]);
        yield return (1, [.. list.Rows.Select(row => row.SpecialNeeds ? 1.0 : 0)]);
        for (var a = 0; a < table.Attributes.Count; a++)
        {
            double[] x = [.. table.Values.Select(values => (double)values[a])];
            if (table.Attributes[a] is AttributeColumn.Number number)
            {
                yield return (number.MeanWeight / 1000.0, x);
                yield return (number.SpreadWeight / 1000.0, [.. x.Select(value => Math.Pow(value - x.Average(), 2))]);
                for (var k = 1; number.Bands && k <= 12; k++)
                    yield return (number.BandWeight / 1000.0, [.. x.Select(value => value > x.Order().ElementAt(k * x.Length / 13) ? 1.0 : 0)]);
                continue;
            }
            double[] levels = [.. x.Distinct().Order()];
            foreach (var level in levels.Skip(levels.Length == 2 ? 1 : 0))
                yield return (1.0 / Math.Max(1, levels.Length - 1), [.. x.Select(value => value == level ? 1.0 : 0)]);
        }
    }

    private static IEnumerable<int[]> Shares(int groups, int count) =>
        groups == 1 ? [[count]] : Enumerable.Range(0, count + 1).SelectMany(here => Shares(groups - 1, count - here).Select(rest => (int[])[here, .. rest]));
}
