using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Balancing;

public sealed class BalancingSearchTests
{
    // The reference search gives it too: it is what the specification says, not what the program once did.
    private const string KnownDigest = "1620eb5a64a032623c30e2de3123b4f118aef3a200c56027165625adf302fc7b";

    private static readonly SearchBudget Short = new(Starts: 2, Epochs: 3, Kicks: 6);

    private static readonly Gen<int> AnyWeight = OneOf(0, 1, 100, 500, 1_000, 10_000, 1_000_000);

    private static readonly Gen<AttributeColumn> AnyColumn = Gen.OneOf(
        Gen.Select(AnyWeight, AnyWeight, Gen.Bool, AnyWeight, (mean, spread, bands, band) => (AttributeColumn)new AttributeColumn.Number("", mean, spread, bands, band)),
        AnyWeight.Select(weight => (AttributeColumn)new AttributeColumn.Category("", weight)));

    private static readonly Gen<(PlacementList List, AttributeTable Table, int Seed)> AnyCase =
        from pupils in Gen.Int[2, 40]
        from classes in Gen.Int[1, 6]
        from seed in Gen.Int[0, 9_999]
        from table in AnyTable(Lists.Large(pupils, Math.Min(classes, pupils), seed))
        select (table.List.Naming(table.Table, Short), table.Table, seed);

    public static TheoryData<string> Cultures => OtherCulture.Names;

    [Fact]
    public void Improve_AnyTable_GivesWhatTheSpecificationSays() => AnyCase.Sample(drawn =>
    {
        if (Lot.Draw(drawn.List, Lists.Seed(drawn.Seed)) is not { } lot)
            return true;
        var expected = ReferenceSearch.Improve(drawn.List, drawn.Table, lot.Groups, Lists.Seed(drawn.Seed));
        return BalancingSearch.Improve(drawn.List, drawn.Table, lot.Groups, Lists.Seed(drawn.Seed), threads: 1).SequenceEqual(expected);
    }, iter: 300, print: drawn => string.Join('\n', [.. drawn.List.ToLines(), .. drawn.Table.ToLines(), $"seed {drawn.Seed}"]));

    [Fact]
    public void Improve_AnyTable_BreaksNoRule() => AnyCase.Sample(drawn =>
        Lot.Draw(drawn.List, Lists.Seed(drawn.Seed)) is not { } lot
        || PlacementRules.FirstBroken(drawn.List, BalancingSearch.Improve(drawn.List, drawn.Table, lot.Groups, Lists.Seed(drawn.Seed), threads: 1)) is null, iter: 1_000);

    /// <summary>A bundle no search may move pulls at boys who are all alike, harder than 32 bits can tell.</summary>
    [Fact]
    public void Improve_NumbersBeyond32Bits_GivesWhatTheSpecificationSays()
    {
        string[] pupils = [.. Enumerable.Repeat("M", 20), .. Enumerable.Repeat("F b1", 20), .. Enumerable.Repeat("F", 20)];
        var list = Lists.Of([40, 40], pupils);
        var table = Tables.Of(list, [new AttributeColumn.Number("score", 1_000_000, 0, Bands: false, 0)], i => [i < 40 ? 1000 : 0]);
        list = list.Naming(table, Short);
        var lot = Lot.Draw(list, Lists.Seed(1))!.Groups;

        var groups = BalancingSearch.Improve(list, table, lot, Lists.Seed(1), threads: 1);

        Assert.Null(PlacementRules.FirstBroken(list, groups));
        Assert.Equal(ReferenceSearch.Improve(list, table, lot, Lists.Seed(1)), groups);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Improve_AnyNumberOfThreads_GivesTheSameGroups(int threads) => Assert.Equal(KnownDigest, DigestOfEightClasses(threads));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Improve_AnyCulture_GivesTheSameGroups(string culture) => OtherCulture.Run(culture, () => Assert.Equal(KnownDigest, DigestOfEightClasses(threads: 1)));

    [Fact]
    public void Improve_EqualClasses_NeverEndsWorseThanTheLot() => AnyCase.Sample(drawn =>
    {
        if (drawn.List.Rows.Count % drawn.List.Classes != 0 || Lot.Draw(drawn.List, Lists.Seed(drawn.Seed)) is not { } lot)
            return true;
        var z = ReferenceScores.Of(drawn.Table);
        var groups = BalancingSearch.Improve(drawn.List, drawn.Table, lot.Groups, Lists.Seed(drawn.Seed), threads: 1);
        return EveryGrouping.Imbalance(z, groups, drawn.List.Classes) <= EveryGrouping.Imbalance(z, lot.Groups, drawn.List.Classes) * (1 + 1e-9);
    }, iter: 500);

    [Fact]
    public void Improve_ARoster_BalancesItToAThousandthOfALot()
    {
        var list = Lists.Large(300, 6, seed: 8, pins: false);
        var table = Tables.Ordinary(list, seed: 8);
        list = list.Naming(table, new SearchBudget(1, 100, 50));
        var lot = Lot.Draw(list, Lists.Seed(8))!.Groups;

        var groups = BalancingSearch.Improve(list, table, lot, Lists.Seed(8), threads: 2);

        Assert.InRange(BalanceFigures.Of(list, table, lot).Excess.ToDouble(), 0.5, 2);
        Assert.InRange(BalanceFigures.Of(list, table, groups).Excess.ToDouble(), 0, 0.002);
    }

    [Fact]
    public void Improve_OneClass_LeavesTheLot()
    {
        var list = Lists.Of([10], "M", "F", "M");
        var table = Tables.Ordinary(list, seed: 1);

        Assert.Equal([1, 1, 1], BalancingSearch.Improve(list.Naming(table, Short), table, [1, 1, 1], Lists.Seed(1), threads: 1));
    }

    [Fact]
    public void Improve_Cancelled_Stops()
    {
        var list = Lists.Large(100, 4, seed: 1);
        var table = Tables.Ordinary(list, seed: 1);
        using var cancellation = new CancellationTokenSource();
        list = list.Naming(table, new SearchBudget(1, 1_000_000, 50));

        Assert.ThrowsAny<OperationCanceledException>(() => BalancingSearch.Improve(list, table, Lot.Draw(list, Lists.Seed(1))!.Groups, Lists.Seed(1), threads: 2,
            (done, _) =>
            {
                if (done == 3)
                    cancellation.Cancel();
            }, cancellation.Token));
    }

    [Fact]
    public void ReferenceSearch_TheSameList_GivesTheSameGroups() => Assert.Equal(KnownDigest, DigestOfEightClasses(ReferenceSearch.Improve));

    private static string DigestOfEightClasses(int threads) =>
        DigestOfEightClasses((list, table, lot, seed) => BalancingSearch.Improve(list, table, lot, seed, threads));

    private static string DigestOfEightClasses(Func<PlacementList, AttributeTable, int[], DrawSeed, int[]> improve)
    {
        var list = Lists.Large(96, 8, seed: 5);
        var table = Tables.Ordinary(list, seed: 5);
        list = list.Naming(table, new SearchBudget(1, 5, 4));
        var groups = improve(list, table, Lot.Draw(list, Lists.Seed(5))!.Groups, Lists.Seed(5));
        return new PlacementResult(list, LotLaw.Uniform, 1, groups, [1, 2, 3, 4, 5, 6, 7, 8], Teams: null).Digest.ToString();
    }

    private static Gen<(PlacementList List, AttributeTable Table)> AnyTable(PlacementList list) =>
        from columns in AnyColumn.Array[1, 4]
        from largest in OneOf(0, 1, 2, 12, 1_000, 9_999_999).Array[columns.Length]
        from skew in Gen.Int[1, 4].Array[columns.Length]
        from draws in Gen.Double.Unit.Array[columns.Length].Array[list.Rows.Count]
        let named = columns.Select((column, c) => column with { Name = $"c{c}" }).ToArray()
        select (list, Tables.Of(list, named, i => [.. draws[i].Select((draw, c) => (int)Math.Round(largest[c] * Math.Pow(draw, skew[c] * skew[c])))]));

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
