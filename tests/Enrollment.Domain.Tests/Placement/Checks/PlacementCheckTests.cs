using System.Globalization;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;

namespace Enrollment.Domain.Tests.Placement.Checks;

public sealed class PlacementCheckTests
{
    private static readonly string[] Ten = ["M", "M", "M", "M", "M", "F", "F", "F", "F", "F"];

    public static TheoryData<string, int[], string[], string> Planted => new()
    {
        { "TooManyPupils", [3, 3], ["M", "M", "M", "F", "F", "F", "F"], "TooManyPupils []" },
        { "one bundle larger than a class", [3, 3], ["M b7", "M b7", "F b7", "F b7", "M", "F"], "BundleTooLarge [Together 7: 0 1 2 3]" },
        { "more boys in a bundle than any class has", [3, 3], ["M b7", "M b7", "M b7", "F", "F", "F"], "BundleTooLarge [Together 7: 0 1 2; Sexes]" },
        { "more with special needs in a bundle than any class has", [4, 4], ["M1 b7", "F1 b7", "M", "F", "M", "F", "M", "F"], "BundleTooLarge [Together 7: 0 1; SpecialNeeds]" },
        { "together and apart", [4, 4], ["M b7 a3", "F b7 a3", "M", "F", "M", "F"], "TogetherAndApart [Together 7: 0 1; Apart 3: 0 1]" },
        {
            "together over a fixed class, and apart", [6, 6], ["M b1 a9", "F b1 p2", "M p2 b2", "F b2 a9", "M", "F", "M b2", "F", "M", "F"],
            "TogetherAndApart [Together 1: 0 1; Together 2: 2 3; Pinned 2: 1 2; Apart 9: 0 3]"
        },
        {
            "the shorter of two chains", [8, 8], ["M b1 a9 p1", "F b1 p2", "M p2 b2", "F b2 a9 p1", "M", "F", "M", "F"],
            "TogetherAndApart [Pinned 1: 0 3; Apart 9: 0 3] | PinsContradict [Together 1: 0 1; Pinned 1: 0; Pinned 2: 1]"
        },
        { "two pins for one bundle", [4, 4], ["M b7 p1", "F b7 p2", "M", "F", "M", "F"], "PinsContradict [Together 7: 0 1; Pinned 1: 0; Pinned 2: 1]" },
        { "a pin to a class there is not", [4, 4], ["M p3", "F", "M", "F"], "PinToNoClass [Pinned 3: 0]" },
        { "more pinned than a class holds", [3, 3], ["M p1", "M p1", "F p1", "F p1", "M", "F"], "ClassOverPinned [Pinned 1: 0 1 2 3]" },
        { "bundle and pins together too large", [3, 3], ["M p1 b1", "M p1", "F b1", "F b1", "M", "F"], "BlockTooLarge [Together 1: 0 2 3; Pinned 1: 0 1]" },
        { "three apart in two classes", [4, 4], ["M a5", "F a5", "M a5", "F", "M", "F"], "ApartSetTooLarge [Apart 5: 0 1 2]" },
        { "a pin and a class too small for one", [6, 4], ["M p1", .. Ten[1..]], "PinNeedsEvenRoom [Pinned 1: 0; Capacity]" },
        {
            "three who are apart two by two, in two classes", [4, 4], ["M a1,2", "F a1,3", "M a2,3", "F", "M", "F"],
            "Unsatisfiable [Apart 1: 0 1; Apart 2: 0 2; Apart 3: 1 2]"
        },
        {
            "pairs of boys in classes with an odd number of boys", [6, 6], ["M b1", "M b1", "M b2", "M b2", "M b3", "M b3", "F", "F", "F", "F", "F", "F"],
            "Unsatisfiable [Together 1: 0 1; Together 2: 2 3; Together 3: 4 5; Sexes]"
        },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void Conflicts_APlantedContradiction_IsNamedWithTheFewestRulesAndPupils(string situation, int[] capacities, string[] pupils, string expected)
    {
        var conflicts = PlacementCheck.Conflicts(Lists.Of(capacities, pupils));

        Assert.True(expected == string.Join(" | ", conflicts.Select(Written)), $"{situation}: {string.Join(" | ", conflicts.Select(Written))}");
    }

    [Fact]
    public void Conflicts_ACapThatIsTooLow_NamesOneMoreThanItAllows()
    {
        var list = Lists.Of([4, 4], "M1", "F1", "M1", "F1", "M1", "F") with { SpecialNeedsCap = 1 };

        var conflict = Assert.IsType<PlacementConflict.SpecialNeedsCapTooLow>(Assert.Single(PlacementCheck.Conflicts(list)));

        Assert.Equal((5, 1, 2), (conflict.Pupils, conflict.Cap, conflict.Classes));
        Assert.Equal(3, conflict.Rows.Count);
    }

    [Fact]
    public void Conflicts_ReliefLargerThanAClass_IsRefused()
    {
        var list = Lists.Of([9, 9, 9], "M1", "M1", "F1", "F1", "M", "F") with { Relief = 10 };

        Assert.Equal(ConflictCode.ReliefTooLarge, Assert.Single(PlacementCheck.Conflicts(list)).Code);
    }

    [Fact]
    public void Conflicts_AClassTooSmallForTheSizesReliefMakes_IsNamed()
    {
        var list = Lists.Of([5, 9], ["M1", .. Ten[1..]]) with { Relief = 2 };

        var conflict = Assert.IsType<PlacementConflict.ClassTooSmallForRelief>(Assert.Single(PlacementCheck.Conflicts(list)));

        Assert.Equal((1, 5, 6), (conflict.Class, conflict.Seats, conflict.Needed));
    }

    [Fact]
    public void Conflicts_MoreWithSpecialNeedsThanTheSmallestClassSeats_AreUnspreadable()
    {
        var list = Lists.Of([2, 7], "M1", "F1", "M1", "F1", "M1", "F1", "M", "F");

        Assert.Equal("SpecialNeedsUnspreadable [SpecialNeeds]", Written(Assert.Single(PlacementCheck.Conflicts(list))));
    }

    [Fact]
    public void Conflicts_SeveralAtOnce_AreAllNamed()
    {
        var list = Lists.Of([5, 5], "M b1 a1", "F b1 a1", "M a2", "F a2", "M a2", "F p3", "M b3 p1", "F b3 p2");

        Assert.Equal([ConflictCode.PinToNoClass, ConflictCode.TogetherAndApart, ConflictCode.PinsContradict, ConflictCode.ApartSetTooLarge],
            PlacementCheck.Conflicts(list).Select(conflict => conflict.Code));
    }

    [Fact]
    public void Conflicts_OnlyOnePlacementAmongVeryMany_IsNotLeftToLuck()
    {
        // A class takes two mixed bundles, or the boys' and the girls' pair: a mixed bundle that sits alone leaves no room for anybody.
        var list = Lists.Of([.. Enumerable.Repeat(4, 12)],
            [.. Enumerable.Range(0, 12).SelectMany(b => new[] { $"M b{b}", $"F b{b}" }), .. Enumerable.Range(12, 6).SelectMany(b => new[] { $"M b{b}", $"M b{b}" }),
            .. Enumerable.Range(18, 6).SelectMany(b => new[] { $"F b{b}", $"F b{b}" })]);

        Assert.Equal(ConflictCode.LotUnlikely, Assert.Single(PlacementCheck.Conflicts(list)).Code);
    }

    [Fact]
    public void Conflicts_OneMoreApartThanManyClasses_IsCountedAndNotTried()
    {
        // Trying would take 40! ways.
        var list = Lists.Of([.. Enumerable.Repeat(5, 40)], [.. Enumerable.Repeat("M a1", 41), .. Enumerable.Repeat("F", 60)]);

        var conflict = Assert.IsType<PlacementConflict.ApartSetTooLarge>(Assert.Single(PlacementCheck.Conflicts(list)));

        Assert.Equal((41, 40), (conflict.Pupils, conflict.Classes));
        Assert.Equal(41, conflict.Rows.Count);
    }

    [Fact]
    public void Conflicts_TwelveApartTwoByTwoInElevenClasses_NeedAllTheirSets()
    {
        var pairs = Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(i + 1, 11 - i).Select(j => (i, j)));

        var conflict = Assert.IsType<PlacementConflict.Unsatisfiable>(Assert.Single(PlacementCheck.Conflicts(ApartByPairs(12, classes: 11, pairs))));

        Assert.True(conflict.IsSmallest);
        Assert.Equal((66, 12), (conflict.Rules.Count, conflict.Rows.Count));
    }

    [Fact]
    public void Conflicts_WhatTheAllowedWorkDoesNotDecide_IsSaidAndNeverPasses()
    {
        // Mycielski's graph of 95: it needs seven colors, has no triangle to show it, and trying six takes hours.
        List<(int, int)> pairs = [(0, 1)];
        var pupils = 2;
        for (; pupils < 95; pupils = 2 * pupils + 1)
        {
            var doubled = 2 * pupils;
            pairs = [.. pairs, .. pairs.SelectMany(pair => new[] { (pair.Item1, pupils + pair.Item2), (pair.Item2, pupils + pair.Item1) }),
                .. Enumerable.Range(pupils, pupils).Select(copy => (copy, doubled))];
        }

        Assert.Equal(ConflictCode.Undecided, Assert.Single(PlacementCheck.Conflicts(ApartByPairs(pupils, classes: 6, pairs))).Code);
    }

    [Theory]
    [InlineData(2_000, 40)]
    [InlineData(20_000, 400)]
    public void Conflicts_OfAnOrdinaryIntake_AreNone(int pupils, int classes) => Assert.Empty(PlacementCheck.Conflicts(Lists.Large(pupils, classes, seed: 1, pins: false)));

    [Fact]
    public void Codes_EveryKindOfConflict_HasOne() =>
        Assert.Equal(Enum.GetNames<ConflictCode>().Order(), typeof(PlacementConflict).GetNestedTypes().Select(type => type.Name).Order());

    /// <summary>So many boys, each pair apart by a set of its own, and as many girls.</summary>
    private static PlacementList ApartByPairs(int boys, int classes, IEnumerable<(int, int)> pairs)
    {
        var sets = pairs.Select((pair, set) => (pair, set: set + 1)).SelectMany(named => new[] { (named.pair.Item1, named.set), (named.pair.Item2, named.set) }).ToLookup(pair => pair.Item1, pair => pair.set);
        return Lists.Of([.. Enumerable.Repeat(50, classes)],
            [.. Enumerable.Range(0, boys).Select(boy => $"M a{string.Join(',', sets[boy].Order())}"), .. Enumerable.Repeat("F", boys)]);
    }

    internal static string Written(PlacementConflict conflict) => $"{conflict.Code} [{string.Join("; ", conflict.Rules.Where(IsShown(conflict)).Select(Written))}]";

    private static Func<ConflictRule, bool> IsShown(PlacementConflict conflict) => rule => conflict is not PlacementConflict.TooManyPupils || rule is not ConflictRule.Capacity;

    private static string Written(ConflictRule rule)
    {
        var number = rule switch
        {
            ConflictRule.Together together => $" {together.Bundle}",
            ConflictRule.Pinned pinned => $" {pinned.Class}",
            ConflictRule.Apart apart => $" {apart.Set}",
            ConflictRule.Barred barred => $" {barred.Team}",
            _ => "",
        };
        var rows = string.Join(' ', rule.Rows.Select(row => int.Parse(row.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return rule.GetType().Name + number + (rows.Length > 0 ? $": {rows}" : "");
    }
}
