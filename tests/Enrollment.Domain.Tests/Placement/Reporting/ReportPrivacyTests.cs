using CsCheck;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Tests.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Reporting;

public sealed class ReportPrivacyTests
{
    private static readonly Gen<BalanceReport> AnyReport =
        from pupils in Gen.Int[1, 60]
        from classes in Gen.Int[1, 5]
        from seed in Gen.Int[0, 9_999]
        from classOf in Gen.Int[1, classes].Array[pupils]
        let list = Lists.Large(pupils, classes, seed)
        select BalanceReport.Of(list, Tables.Ordinary(list, seed), classOf, Lists.Seed(1));

    [Fact]
    public void ForPublic_AnyReport_ShowsNoCountBelowThree_AndNothingThatGivesOneAway() => AnyReport.Sample(report =>
    {
        var shown = report.ForPublic();

        Assert.Equal(3, shown.FewerThan);
        Assert.DoesNotContain(shown.Counts.SelectMany(line => line.Counts), count => count < 3);
        foreach (var line in shown.Counts)
        {
            var withheld = line.Counts.Count(count => count is null);
            // One alone could be worked out from the sum of its line.
            Assert.True(withheld != 1 || line.Counts.Count == 1);
            Assert.Equal(withheld > 0, line.Range is null);
            Assert.Equal(withheld > 0, line.Lots is null);
        }
        foreach (var levels in shown.Counts.Where(line => line.Name is not "heads" and not "special-needs").GroupBy(line => line.Name is "boys" or "girls" ? "sex" : line.Name))
        {
            for (var c = 0; c < shown.Classes && levels.Count() > 1; c++)
                Assert.NotEqual(1, levels.Count(line => line.Counts[c] is null));
        }
    }, iter: 30, threads: 1);

    [Fact]
    public void ForPublic_AnyReport_ShowsNoMeanOfFewerThanThree_AndNoRangeThatHidesOne() => AnyReport.Sample(report =>
    {
        var shown = report.ForPublic();

        var heads = report.Counts[0].Counts;
        foreach (var line in shown.Numbers)
        {
            // To the unit: whoever knows a class's exact sum learns a child's score from two rosters that differ by the child.
            Assert.DoesNotContain(line.Means.Concat(line.Deviations), value => value is { } known && known != decimal.Truncate(known));
            Assert.All(heads.Select((count, c) => (count, c)), pair => Assert.True(pair.count >= 3 || (line.Means[pair.c] is null && line.Deviations[pair.c] is null)));
            if (heads.Any(count => count < 3))
                Assert.Equal((null, null, null, null, null, null), (line.MeanRange, line.DeviationRange, line.Distance, line.Index, line.MeanLots, line.DeviationLots));
        }
    }, iter: 30, threads: 1);

    [Fact]
    public void ForPublic_NothingSmall_IsWhatStaffSee()
    {
        var list = Lists.Of([20, 20], [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? "M1" : "F1")]);
        var report = BalanceReport.Of(list, table: null, [.. Enumerable.Range(0, 24).Select(i => 1 + i / 12)], Lists.Seed(1));

        Assert.Equal((report with { FewerThan = 3 }).ToJson(), report.ForPublic().ToJson());
    }

    [Fact]
    public void ForPublic_OneBoyInAClass_ClosesTheGirlsAndASecondClass()
    {
        var list = Lists.Of([20, 20, 20], [.. Enumerable.Range(0, 30).Select(i => i is 0 or (> 9 and < 15) or (> 19 and < 26) ? "M" : "F")]);
        var report = BalanceReport.Of(list, table: null, [.. Enumerable.Range(0, 30).Select(i => 1 + i / 10)], Lists.Seed(1));

        var shown = report.ForPublic();

        Assert.Equal([1, 5, 6], report.Counts[1].Counts);
        Assert.Equal([null, null, 6], shown.Counts[1].Counts);
        Assert.Equal([null, null, 4], shown.Counts[2].Counts);
        Assert.Equal([10, 10, 10], shown.Counts[0].Counts);
    }
}
