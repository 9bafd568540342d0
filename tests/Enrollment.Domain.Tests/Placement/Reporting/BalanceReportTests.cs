using System.Globalization;
using System.Numerics;
using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Tests.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Reporting;

public sealed class BalanceReportTests
{
    private static readonly Gen<(PlacementList List, AttributeTable Table, int[] Classes)> AnyPlacement =
        from pupils in Gen.Int[1, 30]
        from classes in Gen.Int[1, 5]
        from seed in Gen.Int[0, 9_999]
        from classOf in Gen.Int[1, classes].Array[pupils]
        let list = Lists.Large(pupils, classes, seed)
        select (list, Tables.Ordinary(list, seed), classOf);

    /// <summary>Every figure counted again, pupil by pupil.</summary>
    [Fact]
    public void Counts_AnyPlacement_AreCountedPupilByPupil() => AnyPlacement.Sample(drawn =>
    {
        var (list, table, classOf) = drawn;

        var report = BalanceReport.Of(list, table, classOf, Lists.Seed(1));

        Check("heads", null, _ => true);
        Check("boys", null, i => list.Rows[i].Sex is Sex.Male);
        Check("girls", null, i => list.Rows[i].Sex is Sex.Female);
        Check("special-needs", null, i => list.Rows[i].SpecialNeeds);
        foreach (var (name, column) in new[] { ("school", 3), ("boarding", 4) })
        {
            foreach (var level in table.Values.Select(row => row[column]).Distinct())
                Check(name, level, i => table.Values[i][column] == level);
        }

        void Check(string name, int? level, Func<int, bool> isCounted)
        {
            var line = report.Counts.Single(line => line.Name == name && line.Level == level);
            int?[] counts = [.. Enumerable.Range(1, list.Classes).Select(c => (int?)Enumerable.Range(0, classOf.Length).Count(i => classOf[i] == c && isCounted(i)))];
            Assert.Equal(counts, line.Counts);
            Assert.Equal(counts.Max() - counts.Min(), line.Range);
        }
    }, iter: 20, threads: 1);

    [Fact]
    public void Numbers_AnyPlacement_AreMeanDeviationAndIndexByDefinition() => AnyPlacement.Sample(drawn =>
    {
        var (list, table, classOf) = drawn;

        var report = BalanceReport.Of(list, table, classOf, Lists.Seed(1));

        for (var a = 0; a < 3; a++)
        {
            var line = report.Numbers.Single(line => line.Name == table.Attributes[a].Name);
            double[][] values = [.. Enumerable.Range(1, list.Classes).Select(c => table.Values.Where((_, i) => classOf[i] == c).Select(row => (double)row[a]).ToArray())];
            var taught = values.Where(ofClass => ofClass.Length > 0).ToArray();
            var means = taught.Select(ofClass => ofClass.Average()).ToArray();
            Assert.All(values.Select((ofClass, c) => (ofClass, c)), pair =>
            {
                Assert.Equal(pair.ofClass.Length == 0, line.Means[pair.c] is null);
                if (pair.ofClass.Length > 0)
                    Assert.Equal(pair.ofClass.Average(), (double)line.Means[pair.c]!.Value, 0.00051);
                if (pair.ofClass.Length > 0)
                    Assert.Equal(DeviationOf(pair.ofClass), (double)line.Deviations[pair.c]!.Value, 0.0011);
            });
            Assert.Equal(means.Max() - means.Min(), (double)line.MeanRange!.Value, 0.00051);
            var within = taught.Sum(ofClass => ofClass.Sum(x => Math.Pow(x - ofClass.Average(), 2)));
            if (within > 0)
                Assert.Equal((means.Max() - means.Min()) / Math.Sqrt(within / (classOf.Length - taught.Length)), (double)line.Index!.Value, 0.00051);
        }
    }, iter: 20, threads: 1);

    /// <summary>The lots drawn one by one with the parts a lot is made of, and measured with the figures of ADR 10: the slow way the report must agree with.</summary>
    [Fact]
    public void Lots_AnyList_StandAsLotsDrawnAndMeasuredOneByOne() => RandomLists.Any.Where(list => list.Rows.Count > 0).Sample(list =>
    {
        var (seed, table) = (Lists.Seed(3), Tables.Ordinary(list, 5));
        if (Lot.Draw(list, seed) is not { } lot)
            return;

        var report = BalanceReport.Of(list, table, lot.Groups, seed);

        Assert.Equal(1000, BalanceReport.LotsFor(list.Rows.Count));
        var figures = SlowLots(list, seed, 1000).Select(groups => BalanceFigures.Of(list, table, groups)).ToArray();
        var own = BalanceFigures.Of(list, table, lot.Groups);
        Assert.Equal(figures.Length, report.Lots);
        Assert.Equal(StandingOf(figures.Select(lot => lot.Objective), own.Objective), report.Overall.Lots);
        Assert.Equal(own.Numbers.Select((number, n) => StandingOf(figures.Select(lot => lot.Numbers[n].MeanRange), number.MeanRange)), report.Numbers.Select(line => line.MeanLots));
        Assert.Equal(own.Numbers.Select((number, n) => StandingOf(figures.Select(lot => lot.Numbers[n].DeviationRange), number.DeviationRange)),
            report.Numbers.Select(line => line.DeviationLots));
        foreach (var line in report.Counts.Skip(4))
        {
            int RangeOf(BalanceFigures of) => of.Counts.Single(count => count.Name == line.Name && count.Level == line.Level).Range;
            Assert.Equal(StandingOf(figures.Select(RangeOf), RangeOf(own)), line.Lots);
        }
        Assert.All(report.Counts, line => Assert.Equal(report.Lots, line.Lots!.Better + line.Lots.Equal + line.Lots.Worse));
    }, iter: 4, threads: 1);

    [Fact]
    public void Lots_APlacementWorseThanAny_StandsBelowAll()
    {
        // Both of the higher scores in one class: the worst there is.
        var list = Lists.Of([2, 2], "M", "M", "F", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0)], i => [i % 2 * 100]);

        var line = Assert.Single(BalanceReport.Of(list, table, [1, 2, 1, 2], Lists.Seed(1)).Numbers);

        Assert.Equal(0, line.MeanLots!.Worse);
        // One of two ways is this one or its mirror image, the other one is perfect.
        Assert.InRange(line.MeanLots.Better, 430, 570);
    }

    [Fact]
    public void Of_WorkedOutByHand_GivesTheIndexAndItsBand()
    {
        var list = Lists.Of([2, 2], "M", "M", "F", "F");
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1000, 0, Bands: false, 0)], i => [i * 10]);

        var line = Assert.Single(BalanceReport.Of(list, table, [1, 2, 1, 2], Lists.Seed(1)).Numbers);

        // 0 20 and 10 30: within each class squares of 200, together 400 over 4 - 2 pupils: deviation 14.142; means 10 and 20.
        Assert.Equal(0.707m, line.Index);
        Assert.Equal(BalanceBand.BasicallyBalanced, line.Band);
        Assert.Equal([10m, 20m], line.Means);
    }

    [Theory]
    [InlineData(0, BalanceBand.HighlyBalanced)]
    [InlineData(300, BalanceBand.HighlyBalanced)]
    [InlineData(301, BalanceBand.Balanced)]
    [InlineData(600, BalanceBand.Balanced)]
    [InlineData(601, BalanceBand.BasicallyBalanced)]
    [InlineData(900, BalanceBand.BasicallyBalanced)]
    [InlineData(901, BalanceBand.NotBalanced)]
    public void Band_AtItsEdges_IsXiamens(long thousandths, BalanceBand band) => Assert.Equal(band, BalanceIndex.BandOf(thousandths));

    [Fact]
    public void Index_AnySquare_IsRoundedToTheNearestThousandth() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 1_000_000]).Sample((numerator, denominator) =>
        {
            var thousandths = BalanceIndex.ToThousandths(new Fraction(numerator, denominator));

            // (2t - 1)^2 <= 4 000 000 x < (2t + 1)^2
            var (square, below, above) = (4_000_000 * new Fraction(numerator, denominator), (BigInteger)(2 * thousandths - 1), (BigInteger)(2 * thousandths + 1));
            return (thousandths == 0 || below * below <= square) && square < above * above;
        });

    [Fact]
    public void Index_NobodyDiffersWithinAClass_IsZeroOrNone()
    {
        Assert.Equal(0, BalanceIndex.Squared([5, 5, 5, 5], [1, 1, 2, 2], 2));
        Assert.Equal(0, BalanceIndex.Squared([], [], 2));
        Assert.Null(BalanceIndex.Squared([5, 5, 7, 7], [1, 1, 2, 2], 2));
        Assert.Null(BalanceIndex.Squared([5, 7], [1, 2], 2));
    }

    [Fact]
    public void Of_AListWithoutAttributes_TellsHeadsSexesAndSpecialNeeds()
    {
        var list = Lists.Large(90, 3, 4);
        var result = PlacementDraw.Run(list, null, Lists.Seed(2))!;

        var report = BalanceReport.Of(result, table: null, Lists.Seed(2));

        Assert.Equal(["heads", "boys", "girls", "special-needs"], report.Counts.Select(line => line.Name));
        Assert.Equal([30, 30, 30], report.Counts[0].Counts);
        Assert.Empty(report.Numbers);
        Assert.Equal(1000, report.Lots);
        // Quotas make heads and sexes of all lots alike.
        Assert.Equal(new Standing(0, 1000, 0), report.Counts[1].Lots);
    }

    [Fact]
    public void ToJson_TwiceAndInAnotherCulture_IsTheSameBytes_AndReadsBack()
    {
        var list = Lists.Large(60, 3, 4);
        var table = Tables.Ordinary(list, 4);
        var groups = Lot.Draw(list, Lists.Seed(2))!.Groups;

        var json = BalanceReport.Of(list, table, groups, Lists.Seed(2)).ToJson();

        OtherCulture.Run("fa-IR", () => Assert.Equal(json, BalanceReport.Of(list, table, groups, Lists.Seed(2)).ToJson()));
        Assert.Equal(json, BalanceReport.FromJson(json).ToJson());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1000)]
    [InlineData(20_000, 1000)]
    [InlineData(40_000, 500)]
    [InlineData(100_000, 200)]
    [InlineData(2_000_000, 20)]
    public void Lots_OfALongerList_AreFewer(int pupils, int lots) => Assert.Equal(lots, BalanceReport.LotsFor(pupils));

    private static Standing StandingOf<T>(IEnumerable<T> lots, T own) where T : IComparable<T>
    {
        int[] orders = [.. lots.Select(lot => lot.CompareTo(own))];
        return new Standing(orders.Count(order => order < 0), orders.Count(order => order == 0), orders.Count(order => order > 0));
    }

    private static IEnumerable<int[]> SlowLots(PlacementList list, DrawSeed seed, int lots)
    {
        for (var n = 1; n <= lots; n++)
        {
            if (SlowSequence.Draw(list, seed.Chance("report/" + n.ToString(CultureInfo.InvariantCulture))) is { } groups)
                yield return groups;
        }
    }

    private static double DeviationOf(double[] values) => Math.Sqrt(values.Average(x => Math.Pow(x - values.Average(), 2)));
}
