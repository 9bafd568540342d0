using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

public sealed class PlacementDrawTests
{
    [Fact]
    public void Run_AnyList_ObeysEveryRuleOrGivesNothing()
    {
        var (drawn, all) = (0, 0);

        Gen.Select(RandomLists.Any, Gen.Int[0, 1_000_000]).Sample((list, seed) =>
        {
            Interlocked.Increment(ref all);
            if (PlacementDraw.Run(list, attributes: null, Lists.Seed(seed)) is not { } result)
                return;
            Interlocked.Increment(ref drawn);
            Assert.Null(SlowRules.Broken(list, result.Groups));
            Assert.Null(SlowRules.BrokenClasses(result));
            Assert.Null(PlacementRules.FirstBroken(list, result.Groups));
        }, iter: 2_000, print: pair => string.Join('\n', pair.Item1.ToLines()));

        Assert.True(drawn * 2 > all, $"only {drawn} of {all} lists could be drawn");
    }

    [Fact]
    public void FirstBroken_GroupingsNearAGoodOne_AgreesWithTheSlowReading()
    {
        var broken = 0;

        Gen.Select(RandomLists.Any, Gen.Int[0, 1_000_000]).Sample((list, seed) =>
        {
            if (list.Rows.Count < 2 || PlacementDraw.Run(list, attributes: null, Lists.Seed(seed)) is not { } result)
                return;
            var chance = Lists.Seed(seed).Chance("exchange");
            for (var n = 0; n < 20; n++)
            {
                int[] groups = [.. result.Groups];
                var (i, j) = (chance.Below(groups.Length), chance.Below(groups.Length));
                (groups[i], groups[j]) = (groups[j], groups[i]);
                if (n % 5 == 4)
                    groups[i] = 1 + chance.Below(list.Classes);
                Assert.Equal(SlowRules.Broken(list, groups) is null, PlacementRules.FirstBroken(list, groups) is null);
                Interlocked.Add(ref broken, PlacementRules.FirstBroken(list, groups) is null ? 0 : 1);
            }
        }, iter: 500, print: pair => string.Join('\n', pair.Item1.ToLines()));

        Assert.True(broken > 1_000, $"only {broken} groupings were broken");
    }

    [Fact]
    public void Run_TheSameAgain_GivesTheSameBytes()
    {
        var list = Lists.Large(600, 12, seed: 5) with { Teams = [.. Enumerable.Range(1, 12).Select(t => $"t{t}")] };

        var first = PlacementDraw.Run(list, attributes: null, Lists.Seed(8))!;

        Assert.Equal(first.Digest, PlacementDraw.Run(list, attributes: null, Lists.Seed(8))!.Digest);
        Assert.NotEqual(first.Digest, PlacementDraw.Run(list, attributes: null, Lists.Seed(9))!.Digest);
    }

    [Theory]
    [MemberData(nameof(OtherCulture.Names), MemberType = typeof(OtherCulture))]
    public void Run_UnderAnotherCulture_GivesTheSameBytes(string culture)
    {
        var list = Lists.Large(300, 6, seed: 5);
        var (here, lines) = (PlacementDraw.Run(list, attributes: null, Lists.Seed(8))!.Digest, Digest.Of(list.CanonicalBytes()));

        OtherCulture.Run(culture, () =>
        {
            Assert.Equal(lines, Digest.Of(list.CanonicalBytes()));
            Assert.Equal(here, PlacementDraw.Run(list, attributes: null, Lists.Seed(8))!.Digest);
        });
    }

    public static TheoryData<string, PlacementList> Impossible => new()
    {
        { "more pupils than seats", Lists.Of([2, 2], "M", "M", "F", "F", "F") },
        { "a cap below the even share", Lists.Of([5, 5], "M1", "M1", "M1", "F", "F") with { SpecialNeedsCap = 1 } },
        { "relief that empties a group", Lists.Of([9, 9, 9], "M1", "M", "F", "F", "F") with { Relief = 10 } },
        { "relief in classes too small for it", Lists.Of([3, 3], "M1", "M", "F", "F", "F", "M") with { Relief = 2 } },
        { "a bundle that is apart", Lists.Of([3, 3], "M b1 a1", "F b1 a1", "M", "F") },
        { "pins to two classes in a bundle", Lists.Of([3, 3], "M b1 p1", "F b1 p2", "M", "F") },
        { "a set larger than the classes are many", Lists.Of([3, 3], "M a1", "F a1", "M a1", "F") },
        { "a bundle larger than its sex's quota", Lists.Of([3, 3], "M b1", "M b1", "F", "F") },
        { "a pin to a class too small", Lists.Of([1, 4, 4], "M p1", "M", "M", "F", "F", "F", "M b1 p1") },
        { "no pupil but no class for the team", Lists.Of([1], "M") with { Teams = ["t1"], Barred = [new BarredTeam("t1", RowCode.Of(0))] } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Run_WhatNoPlacementSatisfies_GivesNothing(string situation, PlacementList list) =>
        Assert.True(PlacementDraw.Run(list, attributes: null, Lists.Seed(1)) is null, situation);

    [Fact]
    public void Run_NoPupils_NumbersTheEmptyGroups() => Assert.Equal([1, 2, 3], PlacementDraw.Run(Lists.Of([3, 3, 3]), attributes: null, Lists.Seed(1))!.Numbers.Order());

    [Fact]
    public void Run_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => PlacementDraw.Run(Lists.Of([3, 3], "M", "F"), attributes: null, Lists.Seed(1), progress: null, new CancellationToken(canceled: true)));
}
