using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Lots;

public sealed class UniformLotTests
{
    private const int DrawsPerPlacement = 60;

    public static TheoryData<string, int[], string[]> SmallLists => new()
    {
        { "no rule but the quotas", [4, 4], ["M", "M", "M", "F", "F", "F", "F"] },
        { "an extra boy here and an extra girl there", [3, 3, 3], ["M", "M", "M", "M", "F", "F", "F", "F"] },
        { "both extras in one class", [4, 4, 4], ["M", "M", "M", "M", "M", "F", "F", "F", "F", "F"] },
        { "twins together", [4, 4], ["M b1", "F b1", "M", "M", "F", "F", "M"] },
        { "two bundles of unlike make", [4, 4], ["M b1", "M b1", "F b2", "M b2", "M", "F", "F", "F"] },
        { "triplets together", [4, 4], ["M b1", "M b1", "F b1", "M", "F", "F", "M", "F"] },
        { "twins apart", [3, 3, 3], ["M a1", "F a1", "M", "M", "F", "F", "M"] },
        { "one name three times", [3, 3, 3], ["M a1", "F a1", "M a1", "M", "F", "F", "M", "M"] },
        { "names that overlap", [3, 3, 3], ["M a1", "F a1,2", "M a2", "M", "F", "F", "M", "F"] },
        { "special needs with an extra place", [3, 3, 3], ["M1", "F1", "M1", "F1", "M", "F", "M", "F"] },
        { "special needs in a bundle", [4, 4], ["M1 b1", "F b1", "M1", "F1", "M", "F", "F", "M"] },
        { "special needs, twice in a bundle", [4, 4], ["M1 b1", "F1 b1", "M1", "F1", "M", "F", "F", "M"] },
        { "a pin", [4, 4], ["M p2", "F", "M", "M", "F", "F", "M"] },
        { "pins to two classes, one with a twin", [3, 3, 3], ["M p3", "F b1 p1", "M b1", "M", "F", "F", "M"] },
        { "a pin and special needs", [3, 3, 3], ["M1 p3", "F1", "M", "M", "F", "F1", "M"] },
        { "classes of unequal room", [2, 3, 4], ["M", "M", "M", "F", "F", "F", "M", "F"] },
        { "every rule at once", [3, 3, 3], ["M p2", "F1 a1", "M a1", "M b1", "F b1", "F1", "M", "F"] },
        { "special needs and a name that crowds its groups", [3, 3, 3], ["M1 a1", "F a1", "F1 a1", "M", "F", "M", "M1"] },
        { "pins to every class", [3, 3, 3], ["M p1", "F p2", "M p3", "M", "F", "F", "M", "F"] },
        { "unequal room and twins apart", [2, 3, 4], ["M a1", "M a1", "M", "F", "F", "F", "M", "F"] },
    };

    public static TheoryData<string, int, int[], string[]> ReliefLists => new()
    {
        { "relief and one with special needs", 1, [5, 5], ["M1", "M", "M", "F", "F", "F", "M"] },
        { "relief, more of them, twins apart", 1, [5, 5, 5], ["M1 a1", "F1", "M a1", "M", "F", "F", "M", "F"] },
        { "relief by two and a pin", 2, [6, 6], ["M1 p2", "F", "M", "M", "F", "F", "M", "F", "M"] },
        { "relief and special needs in a bundle", 1, [6, 6], ["M1 b1", "F b1", "F1", "M1", "M", "F", "F", "M"] },
    };

    [Theory]
    [MemberData(nameof(ReliefLists))]
    public void Draw_EveryFeasiblePlacementUnderRelief_IsEquallyLikely(string situation, int relief, int[] capacities, string[] pupils) =>
        AssertEveryPlacementEquallyLikely(situation, Lists.Of(capacities, pupils) with { Relief = relief });

    [Theory]
    [MemberData(nameof(SmallLists))]
    public void Draw_EveryFeasiblePlacementOfASmallList_IsEquallyLikely(string situation, int[] capacities, string[] pupils) =>
        AssertEveryPlacementEquallyLikely(situation, Lists.Of(capacities, pupils));

    [Fact]
    public void Draw_ALargeList_GivesEveryPupilEveryClassEquallyOften()
    {
        var list = Lists.Large(240, 6, seed: 3, pins: false);
        var times = new int[list.Rows.Count, list.Classes];
        const int draws = 6000;

        for (var n = 0; n < draws; n++)
        {
            var result = PlacementDraw.Run(list, attributes: null, Lists.Seed(n))!;
            for (var i = 0; i < list.Rows.Count; i++)
                times[i, result.ClassOf(i) - 1]++;
        }

        for (var i = 0; i < list.Rows.Count; i++)
            ChiSquare.AssertUniform($"pupil {i}", Enumerable.Range(0, list.Classes).Select(c => times[i, c]), standardDeviations: 5);
    }

    private static void AssertEveryPlacementEquallyLikely(string situation, PlacementList list)
    {
        var times = Feasible.All(list).ToDictionary(placement => placement, _ => 0, StringComparer.Ordinal);
        var draws = times.Count * DrawsPerPlacement;

        for (var n = 0; n < draws; n++)
        {
            var result = PlacementDraw.Run(list, attributes: null, Lists.Seed(n))!;
            Assert.Equal(LotLaw.Uniform, result.Law);
            // A placement that is not feasible is not in the table: this throws.
            times[string.Join(' ', Enumerable.Range(0, list.Rows.Count).Select(result.ClassOf))]++;
        }

        Assert.True(times.Count >= 6, $"{situation}: only {times.Count} placements");
        ChiSquare.AssertUniform(situation, times.Values);
    }
}
