using Enrollment.DevCluster.Demo.Faults;

namespace Enrollment.Functions.Tests.DevCluster.Demo;

public sealed class MemoryFiguresTests
{
    private const long MiB = 1024 * 1024;

    [Theory]
    [InlineData(400, 400, true)]
    [InlineData(400, 600, true)]
    [InlineData(400, 601, false)]
    [InlineData(400, 4000, false)]
    public void Figures_LastThirdAgainstFirst_AreFlatUpToTheBound(long first, long last, bool isFlat)
    {
        var samples = Enumerable.Repeat(first, 30).Concat(Enumerable.Repeat(9_000L, 30)).Concat(Enumerable.Repeat(last, 30)).Select(mebibytes => mebibytes * MiB).ToList();

        var figures = MemoryFigures.Of(samples);

        Assert.Equal((90, first, last, Math.Max(9_000, last), isFlat), (figures.Samples, figures.FirstThird, figures.LastThird, figures.Highest, figures.IsFlat));
    }

    [Fact]
    public void Figures_OfNoSample_AreFlat() => Assert.True(MemoryFigures.Of([]).IsFlat);
}
