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

    /// <summary>Digests from the JavaScript verifier, which was written from the page alone.</summary>
    [Theory]
    [InlineData(0, 13, "7574934ff638fcca57f279d69c52ff9873ccbb7a27fbba8ee4aa434c977cddff")]
    [InlineData(1, 3, "ae45368653e27dec7e32e9af7306a2d6f840cac0528bc30a36489c35b5e69a6d")]
    [InlineData(2, 5, "0321602bbb25a1d27e30e919b6d4add44d10a82a90f1da35ba1c4dceee2fd2e4")]
    [InlineData(3, 1, "4b53ad2fb5795f2b6106508fc64644134566f31f4c317faef274ac97169fb877")]
    public void Draw_ATightList_IsWhatTheOtherVerifierDraws(int seed, int sequences, string digest)
    {
        var result = PlacementDraw.Run(Tight, attributes: null, Lists.Seed(seed))!;

        Assert.Equal(sequences, result.Attempts);
        Assert.Equal(digest, result.Digest.ToString());
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
