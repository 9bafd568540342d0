using Enrollment.Domain.Placement;

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
        { "unequal room and twins apart", [2, 3, 4], ["M a1", "M a1", "M", "F", "F", "F", "M", "F"] },
    };

    [Theory]
    [MemberData(nameof(SmallLists))]
    public void Draw_EveryFeasiblePlacementOfASmallList_IsEquallyLikely(string situation, int[] capacities, string[] pupils)
    {
        var list = Lists.Of(capacities, pupils);
        var times = Feasible.All(list).ToDictionary(placement => placement, _ => 0, StringComparer.Ordinal);
        var draws = times.Count * DrawsPerPlacement;

        for (var n = 0; n < draws; n++)
        {
            var result = PlacementDraw.Run(list, attributes: null, Lists.Seed(n))!;
            Assert.Equal(LotLaw.Uniform, result.Law);
            // A placement that is not feasible is not in the table: this throws.
            times[string.Join(' ', Enumerable.Range(0, pupils.Length).Select(result.ClassOf))]++;
        }

        Assert.True(times.Count >= 6, $"{situation}: only {times.Count} placements");
        AssertUniform(situation, times.Values, DrawsPerPlacement);
    }

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
            AssertUniform($"pupil {i}", Enumerable.Range(0, list.Classes).Select(c => times[i, c]), draws / list.Classes, standardDeviations: 6);
    }

    /// <summary>Pearson's statistic as standard deviations from its mean (Wilson-Hilferty): 4 is a chance of about 3 in 100,000.</summary>
    private static void AssertUniform(string situation, IEnumerable<int> counts, double expected, double standardDeviations = 4)
    {
        var observed = counts.ToArray();
        var statistic = observed.Sum(count => (count - expected) * (count - expected) / expected);
        var freedom = observed.Length - 1.0;
        var deviation = (Math.Cbrt(statistic / freedom) - (1 - 2 / (9 * freedom))) / Math.Sqrt(2 / (9 * freedom));
        Assert.True(deviation < standardDeviations, $"{situation}: {observed.Length} placements, chi-square {statistic:F1}, {deviation:F2} standard deviations");
    }
}
