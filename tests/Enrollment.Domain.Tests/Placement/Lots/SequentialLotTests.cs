using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Lots;

public sealed class SequentialLotTests
{
    /// <summary>Six names that four pupils share, in four classes: each must fall into all four, which hardly any attempt of the law uniform hits.</summary>
    private static readonly PlacementList Tight = Lists.Of([8, 8, 8, 8],
        [.. Enumerable.Range(0, 24).Select(i => $"{(i % 2 == 0 ? 'M' : 'F')}{(i % 5 == 0 ? "1" : "")} a{i / 4}"), "M", "F b1", "M b1", "M1", "F", "F"]);

    [Fact]
    public void Draw_AListNoAttemptFits_IsDrawnInSequence()
    {
        for (var n = 0; n < 20; n++)
        {
            var result = PlacementDraw.Run(Tight, attributes: null, Lists.Seed(n))!;

            Assert.Equal(LotLaw.Sequential, result.Law);
            Assert.InRange(result.Attempts, 1, Lot.MostAttempts(Tight, LotLaw.Sequential));
            Assert.Null(SlowRules.Broken(Tight, result.Groups));
            Assert.Null(SlowRules.BrokenClasses(result));
        }
    }

    [Fact]
    public void Draw_ATightList_GivesEveryPupilEveryClassEquallyOften()
    {
        const int draws = 600;
        var times = new int[Tight.Rows.Count, Tight.Classes];

        for (var n = 0; n < draws; n++)
        {
            var result = PlacementDraw.Run(Tight, attributes: null, Lists.Seed(n))!;
            for (var i = 0; i < Tight.Rows.Count; i++)
                times[i, result.ClassOf(i) - 1]++;
        }

        for (var i = 0; i < Tight.Rows.Count; i++)
            ChiSquare.AssertUniform($"pupil {i}", Enumerable.Range(0, Tight.Classes).Select(c => times[i, c]), standardDeviations: 5);
    }

    [Theory]
    [InlineData(0, 2000)]
    [InlineData(5_000, 2000)]
    [InlineData(10_000, 1000)]
    [InlineData(100_000, 100)]
    [InlineData(200_000, 100)]
    public void MostAttempts_LongerLists_HaveFewer(int pupils, int attempts) =>
        Assert.Equal(attempts, Lot.MostAttempts(Lists.Of([200], [.. Enumerable.Repeat("M", pupils)]), LotLaw.Uniform));
}
